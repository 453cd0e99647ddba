/** basis[u][x] = C(u) / 2 x cos((2x + 1) u pi / 16) (ITU-T T.81 A.3.3). */
const BASIS = Float64Array.from({ length: 64 }, (_, i) => {
  const u = i >> 3;
  const x = i & 7;
  return (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16);
});

const columns = new Float64Array(64);

/** 64 coefficients, row by row -> 64 samples around zero, in place. Columns first, then rows. */
export function inverseDct(block: Float64Array): void {
  for (let u = 0; u < 8; u++) {
    for (let y = 0; y < 8; y++) {
      let sum = 0;
      for (let v = 0; v < 8; v++) {
        sum += (block[8 * v + u] as number) * (BASIS[8 * v + y] as number);
      }
      columns[8 * y + u] = sum;
    }
  }
  for (let y = 0; y < 8; y++) {
    for (let x = 0; x < 8; x++) {
      let sum = 0;
      for (let u = 0; u < 8; u++) {
        sum += (columns[8 * y + u] as number) * (BASIS[8 * u + x] as number);
      }
      block[8 * y + x] = sum;
    }
  }
}
