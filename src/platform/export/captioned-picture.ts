import type { RgbImage } from '../../imaging/pictures/rgb-image.ts';

export interface Captioned {
  readonly image: RgbImage;
  readonly caption: string;
}

export interface CaptionOptions {
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  /** Below the pictures: what whoever sees them must know. */
  readonly notes: readonly string[];
}

const BED = '#000';
const INK = '#e8edef';
const NOTE = '#f4bd6a';
const FAMILY = 'Inter, system-ui, sans-serif';

/** Sizes of type and gaps, in shares of the whole width. */
const TYPE = 1 / 52;
const SMALLEST_PX = 13;

/** Lines of a text that fit into a width; broken at blanks, and anywhere where there are none. */
function wrap(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines = [''];
  for (const piece of text.split(/(?<=[ ，。、：；])/)) {
    const longer = lines.at(-1) + piece;
    const fits = context.measureText(longer.trimEnd()).width <= width;
    if (fits || lines.at(-1) === '') lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

/**
 * Pictures of one height side by side, each below its caption, and notes below them all, outside the
 * pixels of the film. Returns the canvas; its width is the pictures' and the gaps between them.
 */
export function drawCaptioned(
  pictures: readonly Captioned[],
  { language, dir, notes }: CaptionOptions,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.lang = language;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas to draw on');
  const pixels = pictures.reduce((sum, { image }) => sum + image.width, 0);
  const size = Math.max(SMALLEST_PX, Math.round(pixels * TYPE));
  const gap = pictures.length > 1 ? size : 0;
  const width = pixels + gap * (pictures.length - 1);
  const head = Math.round(size * 1.9);
  const height = Math.max(...pictures.map(({ image }) => image.height));
  const step = Math.round(size * 1.45);

  context.font = `500 ${size}px ${FAMILY}`;
  const lines = notes.flatMap((note) => wrap(context, note, width - size));
  canvas.width = width;
  canvas.height = head + height + Math.round(size * 0.7) + lines.length * step;
  context.fillStyle = BED;
  context.fillRect(0, 0, canvas.width, canvas.height);
  // Setting the size has reset what was set before.
  context.font = `500 ${size}px ${FAMILY}`;
  context.direction = dir;
  context.textAlign = 'start';

  const startOf = (left: number, boxWidth: number) =>
    dir === 'rtl' ? left + boxWidth - size / 2 : left + size / 2;
  let left = 0;
  context.fillStyle = INK;
  for (const { image, caption } of pictures) {
    context.fillText(caption, startOf(left, image.width), Math.round(size * 1.35));
    context.putImageData(toImageData(image), left, head);
    left += image.width + gap;
  }
  context.fillStyle = NOTE;
  lines.forEach((line, i) => {
    context.fillText(line, startOf(0, width), head + height + step * (i + 1) - size * 0.1);
  });
  return canvas;
}

function toImageData({ width, height, rgb }: RgbImage): ImageData {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) rgba.set(rgb.subarray(i * 3, i * 3 + 3), i * 4);
  return new ImageData(rgba, width, height);
}

/** An opaque canvas as the pictures' own kind. */
export function canvasToRgb(canvas: HTMLCanvasElement): RgbImage {
  const { width, height } = canvas;
  const rgba = canvas.getContext('2d')?.getImageData(0, 0, width, height).data;
  if (!rgba) throw new Error('the canvas cannot be read');
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) rgb.set(rgba.subarray(i * 4, i * 4 + 3), i * 3);
  return { width, height, rgb };
}

export async function canvasToPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('the picture is too large for this browser'));
    }, 'image/png');
  });
}
