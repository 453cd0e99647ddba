import type { ClassifierCard } from '../../models/card.ts';
import { formatPercent } from '../format.ts';
import { Absent, CardSection } from './card-section.tsx';
import { formatCount } from './format-figure.ts';
import { WideTable } from './wide-table.tsx';

/** What it does with films unlike those it was trained on. */
export function FamiliarSection({ outOfDistribution }: Pick<ClassifierCard, 'outOfDistribution'>) {
  const title = 'Films unlike its training films';
  if (!outOfDistribution) {
    return (
      <CardSection title={title}>
        <Absent>It refuses no film for being unlike those it was trained on.</Absent>
      </CardSection>
    );
  }
  const { split, n, acceptedShare, detection } = outOfDistribution;
  return (
    <CardSection title={title}>
      <p>
        They are refused. The limit was set on {formatCount(n)} films of {split}, of which{' '}
        {formatPercent(acceptedShare)} are accepted.
      </p>
      {detection.length === 0 ? (
        <Absent>How well this tells other films was not measured.</Absent>
      ) : (
        <WideTable caption="Films of other kinds: how well they are told, and how many are refused">
          <thead>
            <tr>
              <th scope="col">Kind</th>
              <th scope="col">Films</th>
              <th scope="col">AUROC</th>
              <th scope="col">Refused</th>
            </tr>
          </thead>
          <tbody>
            {detection.map(({ negatives, n: films, auroc, refusedShare }) => (
              <tr key={negatives}>
                <th scope="row">{negatives}</th>
                <td>{formatCount(films)}</td>
                <td>{auroc.toFixed(3)}</td>
                <td>{formatPercent(refusedShare)}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </CardSection>
  );
}
