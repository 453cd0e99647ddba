export type Cell = string | number | boolean | null;

/** Spreadsheets take a text that begins like this for a formula, and may run it. */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/;

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  // A leading apostrophe is how spreadsheets themselves mark a text as text.
  const safe = LIKE_A_FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as RFC 4180 has them: commas, quotes where needed, CRLF after every row. A byte order mark
 * before it tells spreadsheets that it is UTF-8.
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}
