import type { GreyWindow } from '../window-level.ts';
import { applyWindow } from '../window-level.ts';

/** What each grey of a film, 0 to `maxValue`, becomes on the screen, 0 to 255; inverted, 255 to 0. */
export function windowLut(window: GreyWindow, maxValue: number, inverted: boolean): Uint8Array {
  const size = maxValue + 1;
  const greys = Float32Array.from({ length: size }, (_, grey) => grey);
  const shown = applyWindow({ width: size, height: 1, data: greys }, window);
  return Uint8Array.from(shown, (value) => (inverted ? 255 - value : value));
}
