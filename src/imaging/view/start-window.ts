import type { Film } from '../film.ts';
import { greyRange } from '../grey-range.ts';
import type { GreyWindow } from '../window-level.ts';

/** A window that shows every grey between two, both included. */
export function windowOver(low: number, high: number): GreyWindow {
  return { centre: (low + high + 1) / 2, width: Math.max(1, high - low + 1) };
}

/**
 * How a film is first shown. A DICOM film went through its own window already, and is shown as that
 * left it; another from its darkest to its brightest grey, as the networks see it.
 */
export function startWindow(film: Film): GreyWindow {
  if (film.dicom) return windowOver(0, film.maxValue);
  const { low, high } = greyRange(film.data);
  return windowOver(low, high);
}

/** The window after a drag: to the right is wider, down is darker, as on DICOM workstations. */
export function dragWindow(
  { centre, width }: GreyWindow,
  dxViewPx: number,
  dyViewPx: number,
  maxValue: number,
): GreyWindow {
  const step = (maxValue + 1) / 512;
  return {
    centre: Math.min(maxValue + 1, Math.max(0, centre + dyViewPx * step)),
    width: Math.min(2 * (maxValue + 1), Math.max(1, width + dxViewPx * step)),
  };
}
