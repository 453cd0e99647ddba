import { expect, test } from 'vitest';
import {
  checkCapabilities,
  type Platform,
} from '../../../src/platform/capabilities/check-capabilities.ts';

/** A browser that has everything; its WebAssembly is this machine's. */
const whole: Platform = {
  Worker: class {},
  WebAssembly,
  crypto: { subtle: {} },
  caches: {},
};

test('a current browser lacks nothing', () => {
  expect(checkCapabilities(whole)).toEqual({ missing: [], lacking: [] });
});

test.each<[string, Partial<Platform>, object]>([
  ['no workers', { Worker: undefined }, { missing: ['workers'], lacking: [] }],
  ['no WebAssembly', { WebAssembly: undefined }, { missing: ['webassembly'], lacking: [] }],
  ['plain http', { crypto: {} }, { missing: ['hashing'], lacking: [] }],
  ['no SIMD', { WebAssembly: { validate: () => false } }, { missing: [], lacking: ['simd'] }],
  ['no Cache Storage', { caches: undefined }, { missing: [], lacking: ['offline'] }],
])('%s', (_, change, expected) => {
  expect(checkCapabilities({ ...whole, ...change })).toEqual(expected);
});

test('storage that throws where it is asked for counts as none', () => {
  const forbidden = Object.defineProperty({ ...whole }, 'caches', {
    get() {
      throw new DOMException('forbidden', 'SecurityError');
    },
  });
  expect(checkCapabilities(forbidden).lacking).toEqual(['offline']);
});

test('the module that asks for SIMD is valid only with SIMD', () => {
  let asked = new Uint8Array(0);
  const validate = (bytes: BufferSource) => {
    asked = new Uint8Array(bytes as Uint8Array<ArrayBuffer>);
    return true;
  };
  checkCapabilities({ ...whole, WebAssembly: { validate } });
  expect(WebAssembly.validate(asked)).toBe(true);
  // i32 put where a v128 is made of it: without the SIMD prefix there is no such instruction.
  expect(WebAssembly.validate(asked.map((byte) => (byte === 0xfd ? 0xff : byte)))).toBe(false);
});
