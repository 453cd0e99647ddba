import type { FloatTensor } from '../../../tools/convert/safetensors.ts';

/** A safetensors file from a header, as text or object, and its data. */
export function safetensorsFile(header: unknown, data: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(
    typeof header === 'string' ? header : JSON.stringify(header),
  );
  const file = new Uint8Array(8 + text.length + data.length);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  file.set(data, 8 + text.length);
  return file;
}

/** A valid file of float32 tensors. */
export function makeSafetensors(tensors: Readonly<Record<string, FloatTensor>>): Uint8Array {
  let offset = 0;
  const header: Record<string, unknown> = {};
  const parts: Uint8Array[] = [];
  for (const [name, { shape, data }] of Object.entries(tensors)) {
    header[name] = { dtype: 'F32', shape, data_offsets: [offset, offset + data.byteLength] };
    offset += data.byteLength;
    parts.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  return safetensorsFile(header, new Uint8Array(Buffer.concat(parts)));
}

/** A tensor of the given shape from a list of numbers. */
export function tensorOf(shape: readonly number[], values: readonly number[]): FloatTensor {
  return { shape, data: Float32Array.from(values) };
}
