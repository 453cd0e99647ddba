/** How many lines of pixels at each side of a picture belong to a frame around the film. */
export interface FrameSides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
