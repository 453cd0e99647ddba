import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { loadCodecNode } from '../../../../src/cli/load-codec-node.ts';
import { readDicom } from '../../../../src/dicom/read-dicom.ts';
import type { Samples, StoredPixels } from '../../../../src/dicom/stored-pixels.ts';
import { loadFrameCodec } from '../../../../src/platform/decode/dicom/frame-decoder.ts';
import type { PixelCodecs } from '../../../../src/platform/decode/dicom/pixel-codecs.ts';
import { unpackPixels } from '../../../../src/platform/decode/dicom/unpack-pixels.ts';

/** Written by training/manet/golden/dicom.py. */
const FOLDER = fileURLToPath(new URL('../../../golden/dicom/', import.meta.url));

interface Golden {
  readonly file: string;
  readonly syntax: string;
  readonly width: number;
  readonly height: number;
}

/** A file of which pydicom's stored values are known. */
export interface StoredGolden extends Golden {
  readonly group: string;
  readonly kind: string;
  readonly encoder: string;
  /** Bits Stored. */
  readonly bits: number;
  /** Largest difference allowed, in stored values; 0 for lossless syntaxes. */
  readonly tolerance: number;
  readonly sha256: string;
  /** How the values are stored beside the file, for lossy syntaxes. */
  readonly packed?: 'u1' | '<u2' | '<i2';
}

/** A file of which the greys that come out are known. */
export interface GreyGolden extends Golden {
  readonly maxValue: number;
  readonly greyTolerance: number;
  readonly window?: number;
}

export function readGoldenDicom(file: string): Uint8Array {
  return new Uint8Array(readFileSync(FOLDER + file));
}

const INDEX = JSON.parse(new TextDecoder().decode(readGoldenDicom('index.json'))) as Golden[];

export const STORED = INDEX.filter((entry) => 'sha256' in entry) as StoredGolden[];
export const GREYS = INDEX.filter((entry) => 'greyTolerance' in entry) as GreyGolden[];

export function readGreys({ file }: GreyGolden): Float32Array {
  return new Float32Array(readGoldenDicom(`${file}.grey`).buffer);
}

const codecs: PixelCodecs = {
  jpeg: () => loadCodecNode('jpeg'),
  frame: async (name) => ({
    ...(await loadFrameCodec(name)),
    module: await loadCodecNode(name),
  }),
};

export function unpackGolden(file: string): Promise<StoredPixels> {
  return unpackPixels(readDicom(readGoldenDicom(file)), codecs);
}

/** SHA-256 of values as little-endian int32, as the Python side makes it. */
function hashValues(values: Samples): string {
  return createHash('sha256')
    .update(new Uint8Array(Int32Array.from(values).buffer))
    .digest('hex');
}

function readStored({ file, packed }: StoredGolden): Samples {
  const bytes = Uint8Array.from(gunzipSync(readGoldenDicom(`${file}.stored.gz`)));
  if (packed === '<u2') return new Uint16Array(bytes.buffer);
  return packed === '<i2' ? new Int16Array(bytes.buffer) : bytes;
}

export interface Difference {
  readonly largest: number;
  /** Share of the values that differ at all. */
  readonly share: number;
}

/** How far values are from pydicom's; only whether they are the same, where just a hash is kept. */
export function differenceOf(golden: StoredGolden, values: Samples): Difference {
  if (hashValues(values) === golden.sha256) return { largest: 0, share: 0 };
  if (!golden.packed) return { largest: Number.POSITIVE_INFINITY, share: 1 };
  const expected = readStored(golden);
  if (expected.length !== values.length) return { largest: Number.POSITIVE_INFINITY, share: 1 };
  let largest = 0;
  let count = 0;
  for (const [i, value] of expected.entries()) {
    const difference = Math.abs(value - (values[i] as number));
    largest = Math.max(largest, difference);
    if (difference > 0) count++;
  }
  return { largest, share: count / expected.length };
}
