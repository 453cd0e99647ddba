import type { Card } from '../../models/card.ts';
import { CardSection } from './card-section.tsx';
import { Facts } from './facts.tsx';
import { formatCount } from './format-figure.ts';

export function TrainingSection({ training }: Pick<Card, 'training'>) {
  const { films, patients, data, minutes, epochs, compute, seed, date, commit } = training;
  return (
    <CardSection title="What it was trained on">
      <Facts
        facts={[
          ['Films', `${formatCount(films)} of ${formatCount(patients)} patients`],
          ['Which', data],
          ['Time', `${formatCount(minutes)} minutes, ${formatCount(epochs)} epochs`],
          ['Compute', compute],
          ['Seed', seed],
          ['Date', date],
          ['Commit', <code key="commit">{commit}</code>],
        ]}
      />
    </CardSection>
  );
}
