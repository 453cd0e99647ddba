import { mirrored, openCurve, type Point } from './curve.ts';
import type { Tube } from './draw-tube.ts';
import { CHEST_WALL } from './soft-tissue.ts';

const BACK_RIBS = 10;
const FRONT_RIBS = 6;
const VERTEBRAE = 17;

/** All bones of one film as tubes; greys are shares of the film's range. */
export function skeleton(): Tube[] {
  const right = [...backRibs(), ...frontRibs(), ...shoulder()];
  const left = right.map((bone) => ({ ...bone, curve: mirrored(bone.curve) }));
  return [...right, ...left, ...spine()];
}

/** Where the right chest wall stands at height v. */
function wall(v: number): number {
  const curve = openCurve(CHEST_WALL);
  const below = curve.find((point) => point[1] >= v) ?? (curve.at(-1) as Point);
  return below[0];
}

/** Ribs behind the lungs: out from the spine, nearly level, then down to the chest wall. */
function backRibs(): Tube[] {
  return Array.from({ length: BACK_RIBS }, (_, i) => {
    const v = 0.108 + 0.059 * i;
    const drop = 0.05 + 0.01 * i;
    const end = wall(v + drop) + 0.003;
    const at = (share: number, fall: number): Point => [
      0.465 + (end - 0.465) * share,
      v + drop * fall,
    ];
    const curve = openCurve([
      at(0, 0),
      at(0.2, -0.12),
      at(0.5, 0.04),
      at(0.8, 0.44),
      at(0.95, 0.78),
      at(1, 1.05),
    ]);
    return bone(curve, 0.0125 + 0.0003 * i, (t) => 0.125 + 0.06 * t ** 3, 0.84);
  });
}

/** Ribs in front: from the chest wall down towards the breastbone, fading into cartilage. */
function frontRibs(): Tube[] {
  return Array.from({ length: FRONT_RIBS }, (_, i) => {
    const v = 0.2 + 0.076 * i;
    const start = wall(v) + 0.003;
    const inner = 0.385 - 0.014 * i;
    const at = (share: number, fall: number): Point => [
      start + (inner - start) * share,
      v + (0.095 + 0.004 * i) * fall,
    ];
    const curve = openCurve([at(0, -0.1), at(0.06, 0.25), at(0.3, 0.62), at(0.7, 0.9), at(1, 1)]);
    return bone(curve, 0.0135, (t) => 0.075 * Math.min(1, (1 - t) * 2), 0.86);
  });
}

/** Clavicle, the edges of the shoulder blade, and the upper arm with its head. */
function shoulder(): Tube[] {
  const clavicle = openCurve([
    [0.458, 0.176],
    [0.41, 0.168],
    [0.335, 0.142],
    [0.255, 0.13],
    [0.185, 0.114],
    [0.12, 0.128],
  ]);
  const bladeEdge = openCurve([
    [0.1, 0.225],
    [0.125, 0.31],
    [0.142, 0.39],
    [0.158, 0.455],
    [0.172, 0.41],
    [0.19, 0.3],
    [0.215, 0.2],
  ]);
  const bladeSpine = openCurve([
    [0.22, 0.19],
    [0.16, 0.165],
    [0.1, 0.135],
  ]);
  const arm = openCurve([
    [0.068, 0.192],
    [0.025, 0.27],
    [-0.08, 0.4],
  ]);
  return [
    bone(clavicle, 0.0145, () => 0.24, 0.8),
    bone(bladeEdge, 0.008, () => 0.07, 0.3),
    bone(bladeSpine, 0.011, () => 0.07, 0.3),
    {
      ...bone(arm, 0, () => 0.2, 0.86),
      radius: (t) => 0.04 - 0.012 * Math.min(1, t * 2.5),
    },
  ];
}

/** Vertebrae as short wide tubes with bright end plates, pedicles and spinous processes. */
function spine(): Tube[] {
  return Array.from({ length: VERTEBRAE }, (_, i) => {
    const v = -0.02 + 0.054 * i + 0.0006 * i * i;
    const half = 0.03 + 0.0009 * i;
    const body = bone(level(0.5 - half, 0.5 + half, v), 0.022, () => 0.14, 0.9);
    const pedicles = [-1, 1].map((way) =>
      bone(level(0.499 + way * 0.024, 0.501 + way * 0.024, v - 0.006), 0.008, () => 0.1, 0.6),
    );
    const process: Point[] = [
      [0.5, v + 0.008],
      [0.5, v + 0.026],
    ];
    return [body, ...pedicles, bone(process, 0.007, () => 0.08, 0.5)];
  }).flat();
}

function level(from: number, to: number, v: number): Point[] {
  return [
    [from, v],
    [to, v],
  ];
}

function bone(
  curve: readonly Point[],
  radius: number,
  grey: (t: number) => number,
  marrow: number,
): Tube {
  return { curve, radius: () => radius, grey, marrow };
}
