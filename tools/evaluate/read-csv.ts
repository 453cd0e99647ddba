/**
 * Parses comma-separated values with a header line (RFC 4180: quoted fields may hold commas, line
 * breaks and doubled quotes). Throws where a row has another number of fields than the header.
 */
export function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  const fields = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y;
  while (fields.lastIndex < text.length) {
    const match = fields.exec(text);
    if (!match) throw new Error(`CSV: a stray quote near row ${rows.length}`);
    const [, field = '', end] = match;
    const value = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
    rows.at(-1)?.push(value);
    if (end !== ',' && fields.lastIndex < text.length) rows.push([]);
    else if (end === ',' && fields.lastIndex === text.length) rows.at(-1)?.push('');
  }
  const [header = [], ...body] = rows;
  return body.map((row, i) => {
    if (row.length !== header.length) {
      throw new Error(`CSV: row ${i + 2} has ${row.length} fields, its header ${header.length}`);
    }
    return Object.fromEntries(header.map((name, column) => [name, row[column] as string]));
  });
}
