const EXPONENT_BITS_32 = 0x7f800000;
/** Values from here on round to infinity: the largest half, 65504, plus half a step of 32. */
export const FLOAT16_OVERFLOW = 65520;

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** The IEEE 754 half nearest to a finite number, ties to even, as its 16 bits. */
export function toFloat16Bits(value: number): number {
  float[0] = value;
  const b = bits[0] as number;
  const sign = (b >>> 16) & 0x8000;
  const exponent = (b & EXPONENT_BITS_32) >>> 23;
  const fraction = b & 0x7fffff;
  // Below 2^-25 even half a step of the smallest half (2^-24) is out of reach.
  if (exponent < 102) return sign;
  if (exponent < 113) {
    // A subnormal half: count steps of 2^-24, with the leading one made explicit.
    return sign | roundShift(fraction | 0x800000, 126 - exponent);
  }
  if (Math.abs(float[0]) >= FLOAT16_OVERFLOW) return sign | 0x7c00;
  // The carry of rounding may run into the exponent, which is then right.
  return sign | roundShift(((exponent - 112) << 23) | fraction, 13);
}

/** value / 2^shift, rounded to the nearest integer, ties to even. */
function roundShift(value: number, shift: number): number {
  const whole = value >>> shift;
  const rest = value & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  return rest > half || (rest === half && (whole & 1) === 1) ? whole + 1 : whole;
}

/** The number that the 16 bits of an IEEE 754 half stand for. */
export function fromFloat16Bits(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
