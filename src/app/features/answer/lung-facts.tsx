import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { heatInside } from '../../../imaging/heat-inside.ts';
import { areaCm2, lungShares } from '../../../imaging/lung-shares.ts';
import { edgeLetters } from '../../../imaging/view/orientation.ts';
import type { Label } from '../../../models/labels.ts';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { Fact } from './fact.tsx';

const UPRIGHT = { quarterTurns: 0, flipped: false };

interface LungFactsProps {
  readonly study: ShownStudy;
  /** The class whose heat map is shown. */
  readonly chosen: Label;
}

/** How large the lungs are, how they share that, and how much of the heat lies in them. */
export function LungFacts({ study, chosen }: LungFactsProps) {
  const { film, lungs, lungFraction, heatMaps, lungsEdited } = study;
  const { t } = useTranslation('answer');
  const { t: common } = useTranslation('common');
  const { t: correct } = useTranslation('correct');
  const { format, labels } = useSpeech();
  const shares = useMemo(() => lungShares(lungs), [lungs]);
  const inside = useMemo(() => heatInside(heatMaps[chosen], lungs), [heatMaps, chosen, lungs]);
  const spacing = film.dicom?.spacing;
  const letters = edgeLetters(film.dicom?.patientOrientation, UPRIGHT);
  const [left, right] = shares
    ? [format.percent(shares.pictureLeft), format.percent(shares.pictureRight)]
    : ['', ''];
  // On a frontal film the patient's right is on the left; it is said only where the file states it.
  const sides =
    letters?.left === 'R'
      ? t('lungSidesPatient', { right: left, left: right })
      : letters?.left === 'L'
        ? t('lungSidesPatient', { right, left })
        : t('lungSides', { left, right });
  return (
    <>
      <Fact name={t('lungs')}>
        {common('ofFilm', { percent: format.percent(lungFraction) })}
        {spacing && ', '}
        {spacing &&
          t(spacing.at === 'detector' ? 'lungAreaDetector' : 'lungArea', {
            area: format.decimals(areaCm2(lungFraction, film, spacing), 0),
          })}
        {shares && <br />}
        {shares && sides}
        {lungsEdited && <br />}
        {lungsEdited && correct('edited')}
      </Fact>
      <Fact name={t('heatShare')}>
        {inside === null
          ? t('noHeat', { label: labels[chosen] })
          : t('heatInside', { percent: format.percent(inside), label: labels[chosen] })}
      </Fact>
    </>
  );
}
