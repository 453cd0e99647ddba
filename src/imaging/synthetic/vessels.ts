import { openCurve, type Point } from './curve.ts';
import type { Tube } from './draw-tube.ts';

/** Where a vessel leaves its parent, which way (radians, v down), how long and how wide. */
interface Branch {
  readonly from: Point;
  readonly angle: number;
  readonly length: number;
  readonly radius: number;
}

const THINNEST = 0.0009;

/** Angles at which vessels leave each hilum: mostly outwards and down, where the lung is wide. */
const RIGHT_ANGLES = [1.7, 2.05, 2.4, 2.75, 3.1, 3.5, 3.95, 4.4];
const LEFT_ANGLES = [1.2, 0.85, 0.5, 0.1, -0.35, -0.8, -1.2];

/** Lung vessels: trees that spread from both hila, parting and thinning outwards. */
export function vessels(random: () => number): Tube[] {
  return [
    ...hilum([0.432, 0.405], RIGHT_ANGLES, random),
    ...hilum([0.59, 0.375], LEFT_ANGLES, random),
  ];
}

function hilum(centre: Point, angles: readonly number[], random: () => number): Tube[] {
  const trunk: Tube = {
    curve: openCurve([
      [centre[0], centre[1] - 0.04],
      [centre[0], centre[1] + 0.06],
    ]),
    radius: () => 0.024,
    grey: (t) => 0.11 * Math.min(1, 4 * t, 4 * (1 - t)),
    marrow: 0,
  };
  const branches = angles.flatMap((angle) => {
    const offset = 0.012 + 0.012 * random();
    const from: Point = [
      centre[0] + Math.cos(angle) * offset,
      centre[1] + Math.sin(angle) * offset * 2,
    ];
    const length = 0.06 + 0.04 * random();
    const radius = 0.0042 + 0.0026 * random();
    return tree({ from, angle: angle + 0.4 * (random() - 0.5), length, radius }, random);
  });
  return [trunk, ...branches];
}

function tree(branch: Branch, random: () => number): Tube[] {
  const { from, angle, length, radius } = branch;
  if (radius < THINNEST) return [];
  const bend = 0.7 * (random() - 0.5);
  const along = (share: number, turn: number): Point => [
    from[0] + Math.cos(angle + turn) * length * share,
    from[1] + Math.sin(angle + turn) * length * share,
  ];
  const end = along(1, bend);
  const tube: Tube = {
    curve: openCurve([from, along(0.5, bend * 0.35), end]),
    radius: (t) => radius * (1 - 0.3 * t),
    // Faint where it leaves its parent, whose shadow lies there already.
    grey: (t) => (0.03 + 13 * radius) * Math.min(1, 5 * t),
    marrow: 0,
  };
  const spread = 0.35 + 0.35 * random();
  const parts = [-spread, spread * (0.5 + random() * 0.5)];
  return [
    tube,
    ...parts.flatMap((turn) =>
      tree(
        {
          from: end,
          angle: angle + bend + turn,
          length: length * (0.62 + 0.25 * random()),
          radius: radius * (0.56 + 0.14 * random()),
        },
        random,
      ),
    ),
  ];
}
