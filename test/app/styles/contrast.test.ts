import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/app/styles/tokens.css', 'utf8');

function tokens(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name, value]) => [
      name as string,
      value as string,
    ]),
  );
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

const dark = tokens('[data-surface="film"]');
const light = new Map([...dark, ...tokens(':root[data-theme="light"]')]);
const TEXTS = ['ink', 'ink-muted', 'accent', 'accent-hover', 'warn', 'bad', 'good', 'synthetic'];
const SURFACES = ['page', 'panel', 'raised', 'glow'];

it('reckons as WCAG does: black on white is 21, #767676 on white 4.54', () => {
  expect(contrast('#000', '#fff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#fff')).toBeCloseTo(4.54, 2);
});

describe.each([
  ['dark', dark, [...SURFACES, 'film-bed']],
  ['light', light, SURFACES],
] as const)('the %s theme', (_, theme, surfaces) => {
  const value = (name: string) => theme.get(name) ?? '';

  it('has text of at least 4.5 : 1 on every surface', () => {
    const weak = TEXTS.flatMap((text) =>
      surfaces
        .map((surface) => [text, surface, contrast(value(text), value(surface))] as const)
        .filter(([, , ratio]) => !(ratio >= 4.5)),
    );
    expect(weak).toEqual([]);
  });

  it('has text of at least 4.5 : 1 on buttons, at rest and under the pointer', () => {
    expect(contrast(value('on-accent'), value('accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(value('on-accent'), value('accent-hover'))).toBeGreaterThanOrEqual(4.5);
  });

  it('marks the focus by at least 3 : 1', () => {
    for (const surface of surfaces) {
      expect(contrast(value('accent'), value(surface))).toBeGreaterThanOrEqual(3);
    }
  });
});
