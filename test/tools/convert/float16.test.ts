import { describe, expect, it } from 'vitest';
import { fromFloat16Bits, toFloat16Bits } from '../../../tools/convert/float16.ts';

const isNumber = (bits: number) => (bits & 0x7c00) !== 0x7c00;
const HALVES = Array.from({ length: 0x10000 }, (_, bits) => bits).filter(isNumber);

describe('float16', () => {
  it('keeps every half as it is', () => {
    expect(HALVES.filter((bits) => toFloat16Bits(fromFloat16Bits(bits)) !== bits)).toEqual([]);
  });

  it('rounds to the nearer half and ties to the even one, between all neighbours', () => {
    const wrong = HALVES.filter((bits) => bits < 0x7bff).filter((bits) => {
      const [low, high] = [fromFloat16Bits(bits), fromFloat16Bits(bits + 1)];
      const middle = (low + high) / 2; // exact in float32: one more bit
      const step = (high - low) / 8;
      const even = bits % 2 === 0 ? bits : bits + 1;
      return !(
        toFloat16Bits(middle - step) === bits &&
        toFloat16Bits(middle + step) === bits + 1 &&
        toFloat16Bits(middle) === even &&
        toFloat16Bits(-middle) === (even | 0x8000)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('knows the landmarks of IEEE 754 binary16', () => {
    expect(toFloat16Bits(1)).toBe(0x3c00);
    expect(toFloat16Bits(65504)).toBe(0x7bff);
    expect(toFloat16Bits(65519.99)).toBe(0x7bff);
    expect(toFloat16Bits(65520)).toBe(0x7c00);
    expect(toFloat16Bits(2 ** -24)).toBe(1);
    expect(toFloat16Bits(2 ** -25)).toBe(0);
    expect(toFloat16Bits(1.5 * 2 ** -25)).toBe(1);
    expect(toFloat16Bits(-0)).toBe(0x8000);
    expect(fromFloat16Bits(0x7c00)).toBe(Number.POSITIVE_INFINITY);
    expect(fromFloat16Bits(0x7e00)).toBeNaN();
  });
});
