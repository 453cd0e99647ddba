import { z } from 'zod';
import { ConvertError } from './convert-error.ts';
import { fromFloat16Bits } from './float16.ts';

export interface FloatTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

const HEADER_LENGTH_BYTES = 8;
/** The format's own limit on its JSON header (github.com/huggingface/safetensors, README). */
const MAX_HEADER_BYTES = 100_000_000;

/** How a value of each known type is read, and its size in bytes. */
const DTYPES: Readonly<
  Record<string, { bytes: number; read: (v: DataView, at: number) => number }>
> = {
  F32: { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
  F16: { bytes: 2, read: (view, at) => fromFloat16Bits(view.getUint16(at, true)) },
  U8: { bytes: 1, read: (view, at) => view.getUint8(at) },
};

const entrySchema = z.strictObject({
  dtype: z.string(),
  shape: z.array(z.int().nonnegative()),
  data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});

const headerSchema = z.record(z.string(), z.unknown());

const invalid = (what: string, cause?: unknown): ConvertError =>
  new ConvertError(
    'safetensors-invalid',
    `Not a usable safetensors file: ${what}.`,
    'Export the model again with python -m manet.export.model.',
    { cause },
  );

function readHeader(bytes: Uint8Array): { header: Record<string, unknown>; dataStart: number } {
  if (bytes.byteLength < HEADER_LENGTH_BYTES) throw invalid('it is shorter than its length field');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getBigUint64(0, true);
  const left = bytes.byteLength - HEADER_LENGTH_BYTES;
  if (length > BigInt(Math.min(left, MAX_HEADER_BYTES))) {
    throw invalid(`its header should have ${length} bytes, the file has ${left} after the length`);
  }
  const dataStart = HEADER_LENGTH_BYTES + Number(length);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      bytes.subarray(HEADER_LENGTH_BYTES, dataStart),
    );
    return { header: headerSchema.parse(JSON.parse(text)), dataStart };
  } catch (cause) {
    throw invalid('its header is not a JSON object', cause);
  }
}

/**
 * Reads a safetensors file of F32, F16 and U8 tensors, all as float32: a little-endian 64-bit header
 * length, the header as JSON, then the data. Throws ConvertError 'safetensors-invalid'.
 */
export function readSafetensors(bytes: Uint8Array): Map<string, FloatTensor> {
  const { header, dataStart } = readHeader(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tensors = new Map<string, FloatTensor>();
  for (const [name, value] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const entry = entrySchema.safeParse(value);
    if (!entry.success) throw invalid(`the entry of "${name}" is malformed`, entry.error);
    const { dtype, shape, data_offsets: offsets } = entry.data;
    const type = DTYPES[dtype];
    if (!type) throw invalid(`"${name}" is ${dtype}, not one of ${Object.keys(DTYPES)}`);
    const [start, end] = offsets;
    const size = shape.reduce((product, side) => product * side, 1);
    if (end - start !== size * type.bytes) {
      throw invalid(`"${name}" of shape [${shape}] has ${end - start} bytes`);
    }
    if (dataStart + end > bytes.byteLength) throw invalid(`"${name}" ends behind the file's end`);
    const data = new Float32Array(size);
    for (let i = 0; i < size; i++) {
      data[i] = type.read(view, dataStart + start + i * type.bytes);
    }
    tensors.set(name, { shape, data });
  }
  return tensors;
}
