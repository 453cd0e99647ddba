import { useTranslation } from 'react-i18next';
import type { Label } from '../../../models/labels.ts';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import { BACKEND_NAMES } from '../../i18n/backend-names.ts';
import { CardText } from '../../i18n/card-text.tsx';
import { describeFilm } from '../../i18n/describe-film.ts';
import { describeDicom } from '../../i18n/dicom-words.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { Fact } from './fact.tsx';
import styles from './findings.module.css';
import { LungFacts } from './lung-facts.tsx';
import { ModelVersions } from './model-versions.tsx';
import { WindowName } from './window-name.tsx';

interface NotesProps {
  readonly study: ShownStudy;
  /** The class whose heat map is shown. */
  readonly chosen: Label;
  /** What the card of the classifier says of its limits; the first stands here, the card has all. */
  readonly cautions: readonly string[];
}

/** How the answer came about, and what it is not good for. */
export function Notes({ study, chosen, cautions }: NotesProps) {
  const { t } = useTranslation('findings');
  const speech = useSpeech();
  const { format } = speech;
  const { film, backend, timingsMs, models } = study;
  return (
    <section className={styles.panel} data-area="notes" aria-labelledby="limits">
      <h3 id="limits" className={styles.subheading}>
        {t('limits')}
      </h3>
      <ul className={styles.limits}>
        {cautions[0] && (
          <li>
            <CardText text={cautions[0]} />
          </li>
        )}
        <li>{t('limit.classes')}</li>
        <li>{t('limit.heat')}</li>
      </ul>
      <h3 className={styles.subheading}>{t('reading')}</h3>
      <dl className={styles.facts}>
        <Fact name={t('film')}>{describeFilm(film, speech)}</Fact>
        {film.dicom && (
          <Fact name={t('window')}>
            <WindowName dicom={film.dicom} />
          </Fact>
        )}
        {film.dicom && (
          <Fact screenOnly name={t('exposure')}>
            {describeDicom(film.dicom, speech)}
          </Fact>
        )}
        <LungFacts study={study} chosen={chosen} />
        <Fact name={t('time')}>
          {t('times', {
            total: format.seconds(timingsMs.total),
            lungs: format.seconds(timingsMs.segment),
            classes: format.seconds(timingsMs.classify),
          })}
        </Fact>
        <Fact name={t('computedOn')}>{BACKEND_NAMES[backend]}</Fact>
        <Fact name={t('networks')}>
          <ModelVersions models={models} />
        </Fact>
      </dl>
    </section>
  );
}
