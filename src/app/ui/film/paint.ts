import type { FilmSize, PaneSize } from '../../../imaging/view/points.ts';
import type { ViewTransform } from '../../../imaging/view/view-transform.ts';
import type { Layer } from './film-canvas.ts';
import type { LungPath } from './lung-path.ts';

/** A canvas of a pane, and how its film lies in it. */
export interface Surface {
  readonly context: CanvasRenderingContext2D;
  readonly film: FilmSize;
  readonly pane: PaneSize;
  readonly transform: ViewTransform;
}

/** Draws one layer of a pane; the surface's context is left as it was. */
export type Paint = (surface: Surface) => void;

/** The film's picture to draw at so many device pixels per film pixel. */
export type PickPicture = (devicePxPerFilmPx: number) => ImageBitmap | Layer | null;

/** Film pixels -> device pixels. */
function matrix({ transform: { a, b, c, d, e, f }, pane: { pixelRatio } }: Surface): DOMMatrix {
  return new DOMMatrix([a, b, c, d, e, f].map((value) => value * pixelRatio));
}

/** Draws something over the whole film, however it is turned. */
function spread(surface: Surface, picture: CanvasImageSource): void {
  const { context, film } = surface;
  context.setTransform(matrix(surface));
  context.drawImage(picture, 0, 0, film.widthFilmPx, film.heightFilmPx);
  context.resetTransform();
}

/** A path over the unit square of a film, in device pixels: its pen is not stretched. */
function laid(surface: Surface, path: LungPath): Path2D {
  const out = new Path2D();
  const { widthFilmPx, heightFilmPx } = surface.film;
  out.addPath(path, matrix(surface).scale(widthFilmPx, heightFilmPx));
  return out;
}

export function paintFilm(pick: PickPicture): Paint {
  return (surface) => {
    const { context, film, transform, pane } = surface;
    const scale = transform.scale * pane.pixelRatio;
    const picture = pick(scale);
    if (!picture) return;
    // At 1:1 each pixel is shown as it is, not spread over its neighbours.
    context.imageSmoothingEnabled = Math.abs(scale * film.widthFilmPx - picture.width) > 0.01;
    spread(surface, picture);
    context.imageSmoothingEnabled = true;
  };
}

/** Only the film inside the lungs: what the second network sees. */
export function paintCutOut(pick: PickPicture, lungs: LungPath): Paint {
  const film = paintFilm(pick);
  return (surface) => {
    surface.context.save();
    surface.context.clip(laid(surface, lungs), 'evenodd');
    film(surface);
    surface.context.restore();
  };
}

interface Pen {
  readonly colour: string;
  readonly widthViewPx: number;
  /** Lengths of dashes and gaps, in view pixels. */
  readonly dash?: readonly number[];
}

export function paintOutline(lungs: LungPath, { colour, widthViewPx, dash = [] }: Pen): Paint {
  return (surface) => {
    const { context, pane } = surface;
    context.save();
    context.lineJoin = 'round';
    context.strokeStyle = colour;
    context.lineWidth = widthViewPx * pane.pixelRatio;
    context.setLineDash(dash.map((length) => length * pane.pixelRatio));
    context.stroke(laid(surface, lungs));
    context.restore();
  };
}

/** A dark band that keeps an outline visible on white bone and black air alike. */
export function paintHalo(lungs: LungPath): Paint {
  return paintOutline(lungs, { colour: 'rgb(0 0 0 / 55%)', widthViewPx: 4 });
}

export function paintTint(lungs: LungPath, colour: string, opacity: number): Paint {
  return (surface) => {
    const { context } = surface;
    context.save();
    context.globalAlpha = opacity;
    context.fillStyle = colour;
    context.fill(laid(surface, lungs), 'evenodd');
    context.restore();
  };
}

export function paintHeat(heat: Layer, opacity: number): Paint {
  return (surface) => {
    surface.context.save();
    surface.context.globalAlpha = opacity;
    spread(surface, heat);
    surface.context.restore();
  };
}
