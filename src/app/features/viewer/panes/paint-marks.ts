import type { FilmPoint } from '../../../../imaging/view/points.ts';
import { toView } from '../../../../imaging/view/view-transform.ts';
import type { Ruler } from '../../../store/viewer/viewer-state.ts';
import type { Paint, Surface } from '../../../ui/film/paint.ts';

/** The marks' colours; canvases do not read custom properties. */
const MARK = '#f4bd6a';
const SHADE = 'rgb(0 0 0 / 70%)';

function device({ transform, pane }: Surface, at: FilmPoint): [number, number] {
  const { xViewPx, yViewPx } = toView(transform, at);
  return [xViewPx * pane.pixelRatio, yViewPx * pane.pixelRatio];
}

/** A measured line with its length beside it. */
export function paintRuler({ from, to }: Ruler, length: string): Paint {
  return (surface) => {
    const { context, pane } = surface;
    const [x0, y0] = device(surface, from);
    const [x1, y1] = device(surface, to);
    const px = pane.pixelRatio;
    context.save();
    context.lineCap = 'round';
    for (const [colour, width] of [
      [SHADE, 5],
      [MARK, 2],
    ] as const) {
      context.strokeStyle = colour;
      context.lineWidth = width * px;
      context.beginPath();
      context.moveTo(x0, y0);
      context.lineTo(x1, y1);
      for (const [x, y] of [
        [x0, y0],
        [x1, y1],
      ] as const) {
        context.moveTo(x - 4 * px, y - 4 * px);
        context.lineTo(x + 4 * px, y + 4 * px);
        context.moveTo(x + 4 * px, y - 4 * px);
        context.lineTo(x - 4 * px, y + 4 * px);
      }
      context.stroke();
    }
    context.font = `600 ${13 * px}px Inter, system-ui, sans-serif`;
    const width = context.measureText(length).width + 10 * px;
    const x = Math.min(Math.max(0, (x0 + x1) / 2 + 8 * px), context.canvas.width - width);
    const y = Math.min(Math.max(20 * px, (y0 + y1) / 2 - 8 * px), context.canvas.height);
    context.fillStyle = SHADE;
    context.fillRect(x, y - 18 * px, width, 22 * px);
    context.fillStyle = MARK;
    context.fillText(length, x + 5 * px, y - 2 * px);
    context.restore();
  };
}

/** The brush's rim where the pointer is; `radiusFilmPx` on the film. */
export function paintBrushRing(at: FilmPoint, radiusFilmPx: number): Paint {
  return (surface) => {
    const { context, pane, transform } = surface;
    const [x, y] = device(surface, at);
    context.save();
    for (const [colour, width] of [
      [SHADE, 3],
      ['#ffffff', 1.25],
    ] as const) {
      context.strokeStyle = colour;
      context.lineWidth = width * pane.pixelRatio;
      context.beginPath();
      context.arc(x, y, radiusFilmPx * transform.scale * pane.pixelRatio, 0, 2 * Math.PI);
      context.stroke();
    }
    context.restore();
  };
}

const LENS_TIMES = 3;
const LENS_SHARE = 0.22;

/** A round glass about a point that shows the layers three times as large. */
export function paintLens(at: FilmPoint, layers: readonly Paint[]): Paint {
  return (surface) => {
    const { context, pane, transform } = surface;
    const [x, y] = device(surface, at);
    const radius = LENS_SHARE * Math.min(context.canvas.width, context.canvas.height);
    const { xViewPx, yViewPx } = toView(transform, at);
    const larger = {
      a: transform.a * LENS_TIMES,
      b: transform.b * LENS_TIMES,
      c: transform.c * LENS_TIMES,
      d: transform.d * LENS_TIMES,
      e: xViewPx - (xViewPx - transform.e) * LENS_TIMES,
      f: yViewPx - (yViewPx - transform.f) * LENS_TIMES,
      scale: transform.scale * LENS_TIMES,
    };
    context.save();
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.clip();
    context.fillStyle = '#000';
    context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
    for (const layer of layers) layer({ ...surface, transform: larger });
    context.restore();
    context.save();
    context.strokeStyle = MARK;
    context.lineWidth = 2 * pane.pixelRatio;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
    context.restore();
  };
}
