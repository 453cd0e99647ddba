import type { ReportContent } from './report-content.ts';
import type { Sheet } from './sheet.ts';

export const MARGIN = 42;
export const GAP = 10;

/** Sets one part of the page from `y` down, its type at `scale` times the usual size; returns where
 * the part ends. */
export type SetPart = (sheet: Sheet, content: ReportContent, y: number, scale: number) => number;

/** Width between the margins. */
export const innerWidth = ({ width }: Sheet) => width - 2 * MARGIN;
