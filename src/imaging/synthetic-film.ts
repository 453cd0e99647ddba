import type { Film, Mask } from './film.ts';
import { blur } from './synthetic/blur.ts';
import { closedCurve, mirrored, openCurve, type Point } from './synthetic/curve.ts';
import { drawTube, type Tube } from './synthetic/draw-tube.ts';
import { fillPolygon } from './synthetic/fill-polygon.ts';
import { seededRandom } from './synthetic/seeded-random.ts';
import { skeleton } from './synthetic/skeleton.ts';
import * as outlines from './synthetic/soft-tissue.ts';
import { vessels } from './synthetic/vessels.ts';

const SIDE = 1024;

/** Vertebral bodies, muscle and vessels along the midline, without detail. */
const SPINAL_COLUMN: Tube = {
  curve: openCurve([
    [0.5, -0.1],
    [0.5, 1.1],
  ]),
  radius: (t) => 0.042 + 0.022 * t,
  grey: () => 0.19,
  marrow: 0,
};

/** A picture of shadows, SIDE x SIDE: how much each pixel's ray is weakened. */
type Shadow = Float32Array;

export interface SyntheticFilm {
  /** 1024 x 1024, greys 0 to 255; shows nobody. */
  readonly film: Film;
  /** The lung fields as drawn, in film pixels: the truth about where the lungs are. */
  readonly lungs: Mask;
}

/**
 * Draws a frontal chest film: shadows of soft tissue, bone and air are added up as X-ray
 * attenuation adds up, then noise. The same seed always draws the same film.
 */
export function syntheticFilm(seed = 1): SyntheticFilm {
  const random = seededRandom(seed);
  const lungs = lungFields();
  const attenuation = new Float32Array(SIDE * SIDE);
  addSoftTissue(attenuation, lungs);
  addTubes(attenuation, [SPINAL_COLUMN], 7);
  addTubes(attenuation, bones(), 1.5);
  addVessels(attenuation, lungs, random);
  addNoise(attenuation, random);
  return {
    film: {
      name: 'synthetic demo film',
      format: 'synthetic',
      maxValue: 255,
      width: SIDE,
      height: SIDE,
      data: attenuation.map((value) => Math.round(255 * develop(value))),
    },
    lungs: { width: SIDE, height: SIDE, data: Uint8Array.from(lungs) },
  };
}

function lungFields(): Shadow {
  const right = fillPolygon(closedCurve(outlines.RIGHT_LUNG), SIDE);
  const left = fillPolygon(closedCurve(outlines.LEFT_LUNG), SIDE);
  return right.map((value, i) => Math.max(value, left[i] as number));
}

/** Each organ as a sharp and a wide blur: a rounded body is thickest in its middle. */
function addSoftTissue(attenuation: Shadow, lungs: Shadow): void {
  const organ = (shape: Shadow, edge: number, edgePx: number, body: number, bodyPx: number) => {
    add(attenuation, blur(shape, SIDE, edgePx), edge);
    add(attenuation, blur(shape, SIDE, bodyPx), body);
  };
  const shape = (outline: readonly Point[]) => fillPolygon(closedCurve(outline), SIDE);
  organ(shape(outlines.TRUNK), 0.2, 3, 0.52, 50);
  organ(shape(outlines.HEART), 0.07, 5, 0.17, 36);
  organ(shape(outlines.ABDOMEN), 0.07, 4, 0.1, 40);
  organ(lungs, -0.17, 2.5, -0.19, 24);
  organ(shape(outlines.GASTRIC_BUBBLE), -0.05, 4, -0.07, 14);
}

function bones(): Tube[] {
  const wall = openCurve(outlines.CHEST_WALL);
  const plain = { radius: () => 0.012, grey: () => 0.06, marrow: 0 };
  return [
    ...skeleton(),
    { curve: wall, ...plain },
    { curve: mirrored(wall), ...plain },
    { curve: openCurve(outlines.TRACHEA), radius: () => 0.019, grey: () => -0.1, marrow: 0 },
  ];
}

/** Vessels are seen against air only: they fade out at the lungs' edges. */
function addVessels(attenuation: Shadow, lungs: Shadow, random: () => number): void {
  const shadow = new Float32Array(SIDE * SIDE);
  addTubes(shadow, vessels(random), 1.2);
  const air = blur(lungs, SIDE, 6);
  add(
    attenuation,
    shadow.map((value, i) => value * (air[i] as number)),
    1,
  );
}

/** Uneven exposure, mottle and grain. */
function addNoise(attenuation: Shadow, random: () => number): void {
  const white = () => Float32Array.from(attenuation, () => random() - 0.5);
  add(attenuation, blur(white(), SIDE, 24), 2.4);
  add(attenuation, blur(white(), SIDE, 5), 0.8);
  add(attenuation, blur(white(), SIDE, 1.2), 0.12);
  add(attenuation, white(), 0.03);
}

function addTubes(attenuation: Shadow, tubes: readonly Tube[], blurPx: number): void {
  const shadow = new Float32Array(SIDE * SIDE);
  for (const tube of tubes) drawTube(shadow, SIDE, tube);
  add(attenuation, blur(shadow, SIDE, blurPx), 1);
}

function add(attenuation: Shadow, shadow: Shadow, grey: number): void {
  for (let i = 0; i < attenuation.length; i++) {
    attenuation[i] = (attenuation[i] as number) + grey * (shadow[i] as number);
  }
}

/** Film response: straight in the middle, with a soft toe and shoulder; 0 to 1. */
function develop(attenuation: number): number {
  const x = Math.max(0, attenuation);
  return 0.07 + 0.89 * (1 - Math.exp(-((x / 0.58) ** 1.4)));
}
