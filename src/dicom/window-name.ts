/** A way to choose the values of interest, as its name tells it. */
export type WindowKind =
  | {
      readonly kind: 'linear' | 'exact' | 'sigmoid';
      readonly centre: number;
      readonly width: number;
    }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'table' };

const LONGEST_EXPLANATION = 64;
const CURVES = { linear: '', exact: ', exact', sigmoid: ', sigmoid' } as const;

const bareName = (window: WindowKind): string => {
  switch (window.kind) {
    case 'range':
      return `Full range: ${window.low} to ${window.high}`;
    case 'table':
      return 'Lookup table';
    default:
      return `Window: centre ${window.centre}, width ${window.width}${CURVES[window.kind]}`;
  }
};

/** Its name, and in brackets the beginning of what the file says of it. */
export function windowName(window: WindowKind, explanation?: string | null): string {
  const name = bareName(window);
  return explanation ? `${name} (${explanation.slice(0, LONGEST_EXPLANATION)})` : name;
}

function readKind(name: string): WindowKind | null {
  if (name === 'Lookup table') return { kind: 'table' };
  const range = /^Full range: (\S+) to (\S+)$/.exec(name);
  if (range) return { kind: 'range', low: Number(range[1]), high: Number(range[2]) };
  const window = /^Window: centre (\S+), width ([^\s,]+)(?:, (exact|sigmoid))?$/.exec(name);
  if (!window) return null;
  const kind = (window[3] ?? 'linear') as 'linear' | 'exact' | 'sigmoid';
  return { kind, centre: Number(window[1]), width: Number(window[2]) };
}

/** What `windowName` was given; `window` is null for a name that it did not make. */
export function readWindowName(name: string): {
  readonly window: WindowKind | null;
  readonly explanation: string | null;
} {
  const [, bare = name, explanation = null] = /^(.*?) \((.*)\)$/s.exec(name) ?? [];
  return { window: readKind(bare), explanation };
}
