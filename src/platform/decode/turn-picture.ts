import type { Picture } from './picture.ts';

/**
 * A picture as EXIF's Orientation wants it seen (TIFF 6.0, section 8, tag 274): 1 as stored, 2 mirrored,
 * 3 turned by half, 4 upside down, 5 to 8 rows and columns swapped. Any other number counts as 1.
 */
export function turnPicture<T extends Picture>(picture: T, orientation: number): T {
  if (!(orientation >= 2 && orientation <= 8)) return picture;
  const { width, height, data } = picture;
  const swapped = orientation >= 5;
  const [outWidth, outHeight] = swapped ? [height, width] : [width, height];
  // From which end the stored rows and columns are read.
  const fromRight =
    orientation === 2 || orientation === 3 || orientation === 7 || orientation === 8;
  const fromBottom =
    orientation === 3 || orientation === 4 || orientation === 6 || orientation === 7;
  const turned = new Float32Array(data.length);
  for (let y = 0, at = 0; y < outHeight; y++) {
    for (let x = 0; x < outWidth; x++, at++) {
      const [column, row] = swapped ? [y, x] : [x, y];
      const storedX = fromRight ? width - 1 - column : column;
      const storedY = fromBottom ? height - 1 - row : row;
      turned[at] = data[storedY * width + storedX] as number;
    }
  }
  return { ...picture, width: outWidth, height: outHeight, data: turned };
}
