import { readOrientation } from './exif/read-orientation.ts';
import { inflateExactly } from './inflate-exactly.ts';
import type { Picture } from './picture.ts';
import { readPngChunks } from './png-chunks.ts';
import type { PngHeader } from './png-header.ts';
import { greyReader } from './png-samples.ts';
import { unfilterPass } from './png-unfilter.ts';
import { turnPicture } from './turn-picture.ts';

/** A grid of pixels stored together: every `dx`-th pixel from `x0`, every `dy`-th row from `y0`. */
interface Pass {
  readonly x0: number;
  readonly y0: number;
  readonly dx: number;
  readonly dy: number;
}

/** Adam7 (PNG specification, 8.2). */
const ADAM7: readonly Pass[] = [
  { x0: 0, y0: 0, dx: 8, dy: 8 },
  { x0: 4, y0: 0, dx: 8, dy: 8 },
  { x0: 0, y0: 4, dx: 4, dy: 8 },
  { x0: 2, y0: 0, dx: 4, dy: 4 },
  { x0: 0, y0: 2, dx: 2, dy: 4 },
  { x0: 1, y0: 0, dx: 2, dy: 2 },
  { x0: 0, y0: 1, dx: 1, dy: 2 },
];
const WHOLE: readonly Pass[] = [{ x0: 0, y0: 0, dx: 1, dy: 1 }];

interface SizedPass extends Pass {
  readonly columns: number;
  readonly rows: number;
  readonly rowBytes: number;
}

function sizePasses(header: PngHeader): SizedPass[] {
  return (header.interlaced ? ADAM7 : WHOLE)
    .map((pass) => {
      const columns = Math.ceil((header.width - pass.x0) / pass.dx);
      const rows = Math.ceil((header.height - pass.y0) / pass.dy);
      return { ...pass, columns, rows, rowBytes: Math.ceil((columns * header.bitsPerPixel) / 8) };
    })
    .filter((pass) => pass.columns > 0 && pass.rows > 0);
}

/**
 * PNG bytes -> grey picture; every colour type and depth, interlaced or not. 16-bit files keep all
 * their bits. Throws DecodeError 'corrupt-image' or 'too-large'.
 */
export function decodePng(bytes: Uint8Array): Picture {
  const chunks = readPngChunks(bytes);
  const { header } = chunks;
  const passes = sizePasses(header);
  const total = passes.reduce((sum, pass) => sum + pass.rows * (pass.rowBytes + 1), 0);
  const raw = inflateExactly(chunks.imageData, total);

  const greyAt = greyReader(chunks);
  const data = new Float32Array(header.width * header.height);
  let start = 0;
  for (const { x0, y0, dx, dy, columns, rows, rowBytes } of passes) {
    unfilterPass(raw, start, rows, rowBytes, Math.max(1, header.bitsPerPixel >> 3));
    for (let row = 0; row < rows; row++) {
      const rowAt = start + row * (rowBytes + 1) + 1;
      let target = (y0 + row * dy) * header.width + x0;
      for (let x = 0; x < columns; x++, target += dx) data[target] = greyAt(raw, rowAt, x);
    }
    start += rows * (rowBytes + 1);
  }
  const picture: Picture = {
    width: header.width,
    height: header.height,
    data,
    maxValue: header.depth === 16 ? 65535 : 255,
  };
  return turnPicture(picture, readOrientation(chunks.exif));
}
