export interface TextStyle {
  /** In points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly muted?: boolean;
  /** Written from left to right, whatever the page's direction. */
  readonly leftToRight?: boolean;
  /** Begins where the page's own lines do all the same, as a name among its facts should. */
  readonly inPlace?: boolean;
}

/** How text gets onto a page: by an embedded font, or as a picture of what the browser draws. */
export interface TextPainter {
  /** Width in points. */
  measure(text: string, style: TextStyle): number;
  /** Draws one line; `x` is its left end, `baseline` counts from the top of the page, in points. */
  draw(text: string, x: number, baseline: number, style: TextStyle): void;
  /** After the last line. */
  finish(): void;
}
