/** A Markdown table; the first column is text, the others stand to the right. */
export function renderTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, column) => (column === 0 ? '---' : '--:'));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}

/** A share as a percentage with two digits, or a dash. */
export function percent(share: number | null): string {
  return share === null ? '-' : `${(share * 100).toFixed(2)} %`;
}

/** A share with its interval: "92.50 % (91.00 to 94.00)". */
export function percentWithin(
  share: number | null,
  interval: readonly [number, number] | null,
): string {
  if (share === null || interval === null) return percent(share);
  const [low, high] = interval.map((one) => (one * 100).toFixed(2));
  return `${percent(share)} (${low} to ${high})`;
}

/** A figure between 0 and 1 with three digits, or a dash; with its interval where one is given. */
export function plain(
  value: number | null,
  interval: readonly [number, number] | null = null,
): string {
  if (value === null) return '-';
  if (interval === null) return value.toFixed(3);
  return `${value.toFixed(3)} (${interval[0].toFixed(3)} to ${interval[1].toFixed(3)})`;
}
