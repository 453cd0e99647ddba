/**
 * A near-Gaussian blur of a side x side picture: three box blurs whose variances add up to
 * sigmaPx^2. Beyond the border the edge pixels go on.
 */
export function blur(picture: Float32Array, side: number, sigmaPx: number): Float32Array {
  // Three boxes of width w have a variance of 3 (w^2 - 1) / 12.
  const radius = Math.max(1, Math.round((Math.sqrt(4 * sigmaPx ** 2 + 1) - 1) / 2));
  let blurred = picture;
  for (let pass = 0; pass < 3; pass++) {
    blurred = meanOfColumns(meanOfRows(blurred, side, radius), side, radius);
  }
  return blurred;
}

/** Running means over 2 radius + 1 pixels of each row. */
function meanOfRows(picture: Float32Array, side: number, radius: number): Float32Array {
  const out = new Float32Array(picture.length);
  const share = 1 / (2 * radius + 1);
  for (let row = 0; row < picture.length; row += side) {
    const first = row;
    const last = row + side - 1;
    let sum = (picture[first] as number) * radius;
    for (let x = 0; x <= radius; x++) sum += picture[Math.min(last, row + x)] as number;
    for (let x = row; x <= last; x++) {
      out[x] = sum * share;
      sum += picture[Math.min(last, x + radius + 1)] as number;
      sum -= picture[Math.max(first, x - radius)] as number;
    }
  }
  return out;
}

/** Running means over 2 radius + 1 pixels of each column, all columns at once. */
function meanOfColumns(picture: Float32Array, side: number, radius: number): Float32Array {
  const out = new Float32Array(picture.length);
  const share = 1 / (2 * radius + 1);
  const sums = new Float64Array(side);
  const row = (y: number): number => Math.min(side - 1, Math.max(0, y)) * side;
  for (let y = -radius; y <= radius; y++) {
    for (let x = 0; x < side; x++) sums[x] = (sums[x] as number) + (picture[row(y) + x] as number);
  }
  for (let y = 0; y < side; y++) {
    const entering = row(y + radius + 1);
    const leaving = row(y - radius);
    for (let x = 0; x < side; x++) {
      const sum = sums[x] as number;
      out[y * side + x] = sum * share;
      sums[x] = sum + (picture[entering + x] as number) - (picture[leaving + x] as number);
    }
  }
  return out;
}
