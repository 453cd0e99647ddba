import { useMemo } from 'react';
import type { Mask } from '../../../imaging/film.ts';
import { type LungPath, lungPath } from './lung-path.ts';

/** A mask's outline, made anew only when the mask is another. */
export function useLungPath(mask: Mask | null): LungPath | null {
  return useMemo(() => mask && lungPath(mask), [mask]);
}
