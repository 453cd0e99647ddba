/** A reader of RFC 4180, character by character, with a byte order mark before it. */
export function readCsv(text: string): string[][] {
  if (text[0] !== '\uFEFF') throw new Error('no byte order mark');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 1;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (text[at] === '"') at += 1;
        value += text[at];
      }
      at += 1;
    } else {
      for (; text[at] !== ',' && !text.startsWith('\r\n', at); at += 1) value += text[at];
    }
    row.push(value);
    if (text[at] === ',') at += 1;
    else {
      rows.push(row);
      row = [];
      at += 2;
    }
  }
  return rows;
}
