/**
 * Writes docs/study/dicom.md: for every transfer syntax, how the stored values that the app reads
 * differ from pydicom's over the golden files (`npm run dicom-table`).
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { TRANSFER_SYNTAXES } from '../../src/dicom/transfer-syntax.ts';
import {
  type Difference,
  differenceOf,
  GREYS,
  STORED,
  type StoredGolden,
  unpackGolden,
} from '../../test/platform/decode/dicom/golden-dicom.ts';

const FILE = fileURLToPath(new URL('../../docs/study/dicom.md', import.meta.url));

interface Measured extends Difference {
  readonly golden: StoredGolden;
}

async function measureAll(): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const golden of STORED) {
    const { data } = await unpackGolden(golden.file);
    measured.push({ golden, ...differenceOf(golden, data) });
  }
  return measured;
}

const unique = (values: readonly string[]) => [...new Set(values)].sort().join(', ');

function describe(rows: readonly Measured[]): string {
  const differing = rows.filter(({ largest }) => largest > 0);
  if (differing.length === 0) return `equal in all ${rows.length}`;
  const largest = Math.max(...differing.map((row) => row.largest));
  const share = Math.max(...differing.map((row) => row.share));
  return `at most ${largest} in ${differing.length} of ${rows.length}, for ${(100 * share).toFixed(1)} % of the values or fewer`;
}

function render(measured: readonly Measured[]): string {
  const lines = [...TRANSFER_SYNTAXES.values()].map((syntax) => {
    const rows = measured.filter(({ golden }) => golden.syntax === syntax.uid);
    const encoders = unique(rows.map(({ golden }) => golden.encoder));
    const bits = [...new Set(rows.map(({ golden }) => golden.bits))].sort((a, b) => a - b);
    return `| ${syntax.name} | ${syntax.uid} | ${syntax.lossless ? 'yes' : 'no'} | ${bits.join(', ')} | ${encoders} | ${describe(rows)} |`;
  });
  const colours = measured.filter(({ golden }) => golden.kind.match(/rgb|colour/i));
  return `# DICOM: stored values against pydicom's

Written by \`npm run dicom-table\`; the files by \`training/manet/golden/dicom.py\`. A stored value is a sample before any lookup: what
\`pydicom.pixels.pixel_array(..., raw=True)\` returns. \`test/platform/decode/dicom/golden.test.ts\` holds every line of this table.

| transfer syntax | UID | lossless | bits stored | files written by | stored values |
|---|---|---|---|---|---|
${lines.join('\n')}

${measured.length} files, ${colours.length} of them in colour. ${GREYS.length} more comparisons are of the greys that come out, after modality, values of
interest and inversion (within 0.02 of 65,535) or from colours (lossless RGB and palettes equal; YBR and lossy JPEG within 2 of 255).

Lossy syntaxes leave the last level to the decoder: JPEG of 12 bits is decoded here with an exact cosine transform; HTJ2K by OpenJPH against pydicom's
OpenJPEG, both in single precision, so that of 8 and 12 bits one level differs at most, and of 16 bits two of 65,536.

Not read, and refused by name: 1 and 32 bits a pixel, floating-point pixels, segmented palettes, progressive or colour JPEG of 12 bits, arithmetic JPEG,
colour lossless JPEG of more than 8 bits, JPEG XL, video.
`;
}

const measured = await measureAll();
await writeFile(FILE, render(measured));
console.log(`${FILE}: ${measured.length} files.`);
