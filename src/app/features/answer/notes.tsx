import { useTranslation } from 'react-i18next';
import { BACKEND_NAMES } from '../../i18n/backend-names.ts';
import { CAUTIONS_WITHOUT_CARD } from '../../i18n/card-keys.ts';
import { CardText } from '../../i18n/card-text.tsx';
import { describeFilm } from '../../i18n/describe-film.ts';
import { describeDicom } from '../../i18n/dicom-words.ts';
import { classifierOf } from '../../i18n/model-names.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { type ReadFilm, shownLabel } from '../../store/film-state.ts';
import { useReader } from '../../store/reader-context.tsx';
import styles from './answer.module.css';
import { Fact } from './fact.tsx';
import { LungFacts } from './lung-facts.tsx';
import { ModelVersions } from './model-versions.tsx';
import { WindowName } from './window-name.tsx';

const WITHOUT_CARD = { cautions: CAUTIONS_WITHOUT_CARD };

/** How the answer came about, and what it is not good for. */
export function Notes({ entry }: { readonly entry: ReadFilm }) {
  const { t } = useTranslation('answer');
  const speech = useSpeech();
  const { format } = speech;
  const { study } = entry.state;
  const { film, backend, timingsMs, models } = study;
  const shelf = useReader((state) => state.shelf);
  // The first stands here, the card has all.
  const { cautions } = classifierOf(shelf, models.classifier)?.card ?? WITHOUT_CARD;
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
        <LungFacts study={study} chosen={shownLabel(entry)} />
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
