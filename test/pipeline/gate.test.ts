import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Mask } from '../../src/imaging/film.ts';
import { requireLungs } from '../../src/pipeline/gate.ts';

const lungs: Mask = { width: 1, height: 1, data: Uint8Array.of(1) };
const folder =
  process.env.MANET_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const table = `${folder}/segmentation.csv`;

describe('requireLungs', () => {
  it.each([
    [0, 'no-lungs'],
    [0.0499, 'no-lungs'],
    [0.7501, 'lungs-implausible'],
    [1, 'lungs-implausible'],
  ])('refuses a lung fraction of %s', (fraction, code) => {
    expect(() => requireLungs(lungs, fraction)).toThrow(
      expect.objectContaining({ code, known: { lungs, lungFraction: fraction } }),
    );
  });

  it('lets the ends of the range pass', () => {
    requireLungs(lungs, 0.05);
    requireLungs(lungs, 0.75);
  });

  it.skipIf(!existsSync(table))(
    'lets every human mask pass (needs shared data, skipped without it)',
    () => {
      const [header = '', ...rows] = readFileSync(table, 'utf8').trim().split('\n');
      expect(header.trim().endsWith(',lung_fraction')).toBe(true);
      expect(rows.length).toBeGreaterThan(1000);
      for (const row of rows) {
        const fraction = Number(row.trim().split(',').at(-1));
        expect(() => requireLungs(lungs, fraction)).not.toThrow();
      }
    },
  );
});
