import { useTranslation } from 'react-i18next';
import type { ClassifierCard } from '../../../models/card.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { Absent, CardSection } from './card-section.tsx';
import { WideTable } from './wide-table.tsx';

/** What it does with films unlike those it was trained on. */
export function FamiliarSection({ outOfDistribution }: Pick<ClassifierCard, 'outOfDistribution'>) {
  const { t } = useTranslation('modelCard');
  const { format } = useSpeech();
  const title = t('familiar.title');
  if (!outOfDistribution) {
    return (
      <CardSection title={title}>
        <Absent>{t('familiar.none')}</Absent>
      </CardSection>
    );
  }
  const { split, n, acceptedShare, detection } = outOfDistribution;
  return (
    <CardSection title={title}>
      <p>
        {t('familiar.warned', {
          count: n,
          films: format.count(n),
          split,
          percent: format.percent(acceptedShare),
        })}
      </p>
      {detection.length === 0 ? (
        <Absent>{t('familiar.unmeasured')}</Absent>
      ) : (
        <WideTable caption={t('familiar.caption')}>
          <thead>
            <tr>
              <th scope="col">{t('column.kind')}</th>
              <th scope="col">{t('column.films')}</th>
              <th scope="col">{t('column.auroc')}</th>
              <th scope="col">{t('familiar.beyond')}</th>
            </tr>
          </thead>
          <tbody>
            {detection.map(({ negatives, n: films, auroc, refusedShare }) => (
              <tr key={negatives}>
                <th scope="row" lang="en">
                  {negatives}
                </th>
                <td>{format.count(films)}</td>
                <td>{format.decimals(auroc, 3)}</td>
                <td>{format.percent(refusedShare)}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </CardSection>
  );
}
