import { describe, expect, it } from 'vitest';
import { connectedComponents } from '../../src/imaging/connected-components.ts';
import { syntheticFilm } from '../../src/imaging/synthetic-film.ts';

describe('syntheticFilm', () => {
  const { film, lungs } = syntheticFilm();
  const meanWhere = (keep: (i: number) => boolean): number => {
    const greys = film.data.filter((_, i) => keep(i));
    return greys.reduce((a, b) => a + b, 0) / greys.length;
  };

  it('is an 8-bit film that says it is synthetic', () => {
    expect(film).toMatchObject({ format: 'synthetic', maxValue: 255, width: 1024, height: 1024 });
    expect(film.name).toContain('synthetic');
    expect(film.data.every((grey) => Number.isInteger(grey) && grey >= 0 && grey <= 255)).toBe(
      true,
    );
  });

  it('has two lungs, of a size that human masks have, the right one on the left', () => {
    const { areas, labels } = connectedComponents(lungs, 1);
    expect(areas.length - 1).toBe(2);
    const share = 1 - (areas[0] ?? 0) / lungs.data.length;
    // 5th to 95th percentile of lung_fraction of the nlm training masks: 0.161 to 0.349.
    expect(share).toBeGreaterThan(0.161);
    expect(share).toBeLessThan(0.349);
    const [right, left] = [labels[512 * 1024 + 300], labels[512 * 1024 + 800]];
    expect(right).not.toBe(left);
    expect(areas[right ?? 0]).toBeGreaterThan(areas[left ?? 0] ?? 0); // the heart takes its share
    labels.forEach((label, i) => {
      if (label !== 0 && label !== (i % 1024 < 512 ? right : left)) expect.fail(`pixel ${i}`);
    });
  });

  it('shows lungs darker than tissue and brighter than the air around', () => {
    const lung = meanWhere((i) => lungs.data[i] === 1);
    const heart = film.data[560 * 1024 + 620] ?? 0;
    const air = film.data[40 * 1024 + 60] ?? 0;
    expect(lung).toBeGreaterThan(air + 50);
    expect(lung).toBeLessThan(heart - 50);
  });

  it('is the same for the same seed and another for another', () => {
    expect(
      Buffer.from(syntheticFilm(1).film.data.buffer).equals(Buffer.from(film.data.buffer)),
    ).toBe(true);
    const other = syntheticFilm(2);
    expect(Buffer.from(other.film.data.buffer).equals(Buffer.from(film.data.buffer))).toBe(false);
    expect(Buffer.from(other.lungs.data.buffer).equals(Buffer.from(lungs.data.buffer))).toBe(true);
  });
});
