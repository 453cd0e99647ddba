import type { Mask } from '../../../imaging/film.ts';
import type { FilmPoint, FilmSize } from '../../../imaging/view/points.ts';
import { fittedView, type View } from '../../../imaging/view/view.ts';
import type { GreyWindow } from '../../../imaging/window-level.ts';

export const PANE_KINDS = ['film', 'lungs', 'heat'] as const;
export type PaneKind = (typeof PANE_KINDS)[number];

/** What the lungs' pane shows. */
export const LUNG_PICTURES = ['outline', 'cut-out', 'raw'] as const;
type LungPicture = (typeof LUNG_PICTURES)[number];

/** What a drag with the first button does. */
export const TOOLS = ['pan', 'window', 'ruler'] as const;
export type Tool = (typeof TOOLS)[number];

/** What a press does while the lungs are corrected. */
export const EDIT_TOOLS = ['brush', 'eraser', 'fill', 'remove'] as const;
export type EditTool = (typeof EDIT_TOOLS)[number];

export interface Ruler {
  readonly from: FilmPoint;
  readonly to: FilmPoint;
}

/** How one film is looked at; kept while other films are on screen. */
export interface Look {
  readonly view: View;
  /** Null for the window that the film starts with. */
  readonly window: GreyWindow | null;
  readonly inverted: boolean;
  readonly ruler: Ruler | null;
}

export function firstLook(film: FilmSize): Look {
  return { view: fittedView(film), window: null, inverted: false, ruler: null };
}

/** Where the pointer is, over whichever pane. */
interface Pointer {
  readonly at: FilmPoint;
  /** A finger has no place between touches, and needs no brush ring. */
  readonly hovers: boolean;
}

export interface ViewerState {
  readonly looks: ReadonlyMap<number, Look>;
  readonly panes: readonly PaneKind[];
  /** All three pictures in one pane, one over the other. */
  readonly stacked: boolean;
  readonly lungPicture: LungPicture;
  readonly tool: Tool;
  readonly magnifier: boolean;
  /** Heat below it is not drawn, 0 to 1. */
  readonly heatThreshold: number;
  /** Opacity of the lungs' tint when pictures lie one over the other, 0 to 1. */
  readonly lungOpacity: number;
  readonly editing: boolean;
  readonly editTool: EditTool;
  /** Of the brush, as a share of the film's longer side. */
  readonly brushShare: number;
  /** The mask as it is being drawn, until the stroke ends. */
  readonly draft: Mask | null;
  readonly pointer: Pointer | null;
}
