import type { Layer } from './film-canvas.ts';
import type { LungPath } from './lung-path.ts';

/** Draws into a canvas of width x height device pixels that has the film's shape. */
export type Draw = (context: CanvasRenderingContext2D, width: number, height: number) => void;

/** The path is in a unit square; this brings it to the canvas without stretching the pen. */
function scaled(path: LungPath, width: number, height: number): Path2D {
  const out = new Path2D();
  out.addPath(path, new DOMMatrix().scale(width, height));
  return out;
}

export function drawFilm(film: Layer): Draw {
  return (context, width, height) => {
    context.imageSmoothingQuality = 'high';
    context.drawImage(film, 0, 0, width, height);
  };
}

/** The lungs' outline, `penCssPx` wide. */
export function drawOutline(lungs: LungPath, colour: string, penCssPx: number): Draw {
  return (context, width, height) => {
    context.lineJoin = 'round';
    context.strokeStyle = colour;
    context.lineWidth = penCssPx * devicePixelRatio;
    context.stroke(scaled(lungs, width, height));
  };
}

export function drawHeat(heat: Layer, opacity: number): Draw {
  return (context, width, height) => {
    context.save();
    context.globalAlpha = opacity;
    context.imageSmoothingQuality = 'high';
    context.drawImage(heat, 0, 0, width, height);
    context.restore();
  };
}
