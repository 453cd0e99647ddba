import type { Mask } from '../film.ts';

/** Whether two masks cover the same pixels. */
export function sameMask(one: Mask, other: Mask): boolean {
  return (
    one === other ||
    (one.width === other.width &&
      one.height === other.height &&
      one.data.every((value, i) => value === other.data[i]))
  );
}
