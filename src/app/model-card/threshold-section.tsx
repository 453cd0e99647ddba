import type { ClassifierCard } from '../../models/card.ts';
import { formatPercent } from '../format.ts';
import { Absent, CardSection } from './card-section.tsx';

/** When the answer is "indeterminate", and how often that is. */
export function ThresholdSection({
  indeterminateBelow,
  calibration,
}: Pick<ClassifierCard, 'indeterminateBelow' | 'calibration'>) {
  const title = 'When it gives no answer';
  if (indeterminateBelow === null) {
    return (
      <CardSection title={title}>
        <Absent>No threshold is set: every film that is not refused gets an answer.</Absent>
      </CardSection>
    );
  }
  const at = calibration?.coverage.find(
    ({ threshold }) => Math.abs(threshold - indeterminateBelow) < 1e-6,
  );
  return (
    <CardSection title={title}>
      <p>
        Where no class reaches {formatPercent(indeterminateBelow)}, the film is called
        indeterminate.
      </p>
      {at ? (
        <p>
          So {formatPercent(at.coverage)} of the films of {calibration?.split} were answered, and{' '}
          {formatPercent(at.accuracy)} of those answers were right.
        </p>
      ) : (
        <Absent>The card does not say what share of films that leaves answered.</Absent>
      )}
    </CardSection>
  );
}
