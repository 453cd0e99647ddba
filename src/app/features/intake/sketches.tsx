import type { ReactNode } from 'react';
import { LEFT_LUNG, RIGHT_LUNG } from '../../ui/icons.tsx';

function Sketch({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 96 56" width="96" height="56" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

const OUTLINE = {
  fill: 'none',
  stroke: 'var(--accent)',
  strokeWidth: 2,
  strokeLinejoin: 'round',
} as const;

/** The lungs found on a film. */
export function LungsSketch() {
  return (
    <Sketch>
      <rect width="56" height="56" rx="4" fill="var(--track)" />
      <g transform="translate(-1 -1) scale(1.2)" {...OUTLINE}>
        <path d={RIGHT_LUNG} />
        <path d={LEFT_LUNG} />
      </g>
    </Sketch>
  );
}

const BARS = [18, 8, 84, 30, 12];

/** Five bars. */
export function BarsSketch() {
  return (
    <Sketch>
      {BARS.map((length, row) => (
        <g key={length} transform={`translate(0 ${4 + row * 11})`}>
          <rect width="92" height="4" rx="2" fill="var(--track)" />
          <rect
            width={length}
            height="4"
            rx="2"
            fill={row === 2 ? 'var(--accent)' : 'var(--ink-muted)'}
          />
        </g>
      ))}
    </Sketch>
  );
}

/** A heat map over the lungs, in colours of the real one. */
export function HeatSketch() {
  return (
    <Sketch>
      <defs>
        <radialGradient id="sketch-heat">
          <stop offset="0" stopColor="#fbb61a" />
          <stop offset="0.3" stopColor="#f37819" stopOpacity="0.9" />
          <stop offset="0.6" stopColor="#bb3754" stopOpacity="0.75" />
          <stop offset="1" stopColor="#420a68" stopOpacity="0" />
        </radialGradient>
      </defs>
      <rect width="56" height="56" rx="4" fill="var(--track)" />
      <g transform="translate(-1 -1) scale(1.2)" fill="var(--ink-muted)" opacity="0.5">
        <path d={RIGHT_LUNG} />
        <path d={LEFT_LUNG} />
      </g>
      <ellipse cx="41" cy="36" rx="12" ry="15" fill="url(#sketch-heat)" opacity="0.9" />
    </Sketch>
  );
}
