import { describe, expect, it } from 'vitest';
import { readSafetensors } from '../../../tools/convert/safetensors.ts';
import { makeSafetensors, safetensorsFile, tensorOf } from './make-safetensors.ts';

const entry = (changes: object = {}) => ({
  t: { dtype: 'F32', shape: [2], data_offsets: [0, 8], ...changes },
});

describe('readSafetensors', () => {
  it('reads every tensor by name, at any byte alignment', () => {
    const file = makeSafetensors({
      'a.weight': tensorOf([2, 1], [1.5, -2]),
      scalar: tensorOf([], [7]),
      empty: tensorOf([0], []),
    });
    const shifted = new Uint8Array(file.length + 1);
    shifted.set(file, 1);
    const tensors = readSafetensors(shifted.subarray(1));
    expect([...tensors.keys()]).toEqual(['a.weight', 'scalar', 'empty']);
    expect(tensors.get('a.weight')).toEqual(tensorOf([2, 1], [1.5, -2]));
    expect(tensors.get('scalar')).toEqual(tensorOf([], [7]));
    expect(tensors.get('empty')?.data).toHaveLength(0);
  });

  it('reads halves and bytes as numbers and skips metadata', () => {
    const header = {
      __metadata__: { format: 'pt' },
      half: { dtype: 'F16', shape: [2], data_offsets: [0, 4] },
      byte: { dtype: 'U8', shape: [2], data_offsets: [4, 6] },
    };
    // 0x3c00 is 1, 0xc100 is -2.5.
    const tensors = readSafetensors(
      safetensorsFile(header, Uint8Array.of(0x00, 0x3c, 0x00, 0xc1, 0, 255)),
    );
    expect([...(tensors.get('half')?.data ?? [])]).toEqual([1, -2.5]);
    expect([...(tensors.get('byte')?.data ?? [])]).toEqual([0, 255]);
    expect(tensors.size).toBe(2);
  });

  it.each([
    ['an empty file', new Uint8Array(0), /shorter than its length/],
    ['a header beyond the end', makeSafetensors({}).subarray(0, 9), /header should have 2 bytes/],
    ['a header that is no JSON', safetensorsFile('{', new Uint8Array(0)), /not a JSON object/],
    ['a header that is a list', safetensorsFile('[1]', new Uint8Array(0)), /not a JSON object/],
    ['an entry without shape', safetensorsFile({ t: {} }, new Uint8Array(0)), /"t" is malformed/],
    ['another type', safetensorsFile(entry({ dtype: 'BF16' }), new Uint8Array(8)), /"t" is BF16/],
    ['a size that is wrong', safetensorsFile(entry({ shape: [3] }), new Uint8Array(8)), /8 bytes/],
    ['data cut short', safetensorsFile(entry(), new Uint8Array(7)), /behind the file's end/],
  ])('refuses %s', (_, file, message) => {
    expect(() => readSafetensors(file)).toThrow(message);
    expect(() => readSafetensors(file)).toThrow(
      expect.objectContaining({ code: 'safetensors-invalid' }),
    );
  });
});
