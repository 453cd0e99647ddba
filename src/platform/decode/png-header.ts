import { corrupt } from './decode-error.ts';

/** Colour types of the PNG specification, table 11.1, with samples per pixel and allowed depths. */
const COLOUR_TYPES: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colourType: number;
  readonly interlaced: boolean;
  readonly bitsPerPixel: number;
}

/** Reads the 13 bytes of IHDR (PNG specification, 11.2.2). Throws DecodeError 'corrupt-image'. */
export function readPngHeader(chunk: DataView): PngHeader {
  if (chunk.byteLength !== 13) throw corrupt('PNG', 'png-header-length');
  const depth = chunk.getUint8(8);
  const colourType = chunk.getUint8(9);
  const kind = COLOUR_TYPES[colourType];
  if (!kind?.depths.includes(depth)) {
    throw corrupt('PNG', { code: 'png-colour-type', params: { colourType, bits: depth } });
  }
  const interlace = chunk.getUint8(12);
  if (chunk.getUint8(10) !== 0 || chunk.getUint8(11) !== 0 || interlace > 1) {
    throw corrupt('PNG', 'png-unknown-method');
  }
  return {
    width: chunk.getUint32(0),
    height: chunk.getUint32(4),
    depth,
    colourType,
    interlaced: interlace === 1,
    bitsPerPixel: depth * kind.samples,
  };
}
