/**
 * Area under the ROC curve of a score that should be high for positives: the share of pairs in the
 * right order, ties counting half (Mann-Whitney). Null where one of the two kinds is missing.
 */
export function areaUnderCurve(
  scores: readonly number[],
  positive: readonly boolean[],
): number | null {
  const order = scores.map((_, i) => i).sort((a, b) => score(a) - score(b));
  function score(i: number): number {
    return scores[i] as number;
  }
  let rankSum = 0;
  let positives = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && score(order[to] as number) === score(order[from] as number)) to++;
    // Ranks count from 1; equal scores share their mean rank.
    const rank = (from + 1 + to) / 2;
    for (let k = from; k < to; k++) {
      if (!positive[order[k] as number]) continue;
      rankSum += rank;
      positives += 1;
    }
    from = to;
  }
  const negatives = order.length - positives;
  if (positives === 0 || negatives === 0) return null;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

export interface Scored {
  readonly truth: number;
  readonly probabilities: readonly number[];
}

/** One class against the rest, for every class; `macro` is their mean, null where one is null. */
export function oneVersusRest(
  films: readonly Scored[],
  classes: number,
): { perClass: (number | null)[]; macro: number | null } {
  const perClass = Array.from({ length: classes }, (_, k) =>
    areaUnderCurve(
      films.map(({ probabilities }) => probabilities[k] as number),
      films.map(({ truth }) => truth === k),
    ),
  );
  const known = perClass.filter((value) => value !== null);
  const macro =
    known.length === classes ? known.reduce((sum, value) => sum + value, 0) / classes : null;
  return { perClass, macro };
}
