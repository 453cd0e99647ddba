import type { PixelChange } from './correction.ts';
import type { DicomFacts } from './dicom-facts.ts';
import type { FrameSides } from './frame-sides.ts';

/** One grey picture: `data` holds height x width values, row by row from the top left. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** A mask over a picture: 1 inside, 0 outside, row by row from the top left. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export type FilmFormat = 'png' | 'jpeg' | 'webp' | 'bmp' | 'tiff' | 'dicom' | 'synthetic';

/** A decoded film: grey pixels from 0 to `maxValue`, and where they came from. */
export interface Film extends GreyImage {
  readonly name: string;
  readonly format: FilmFormat;
  /** 255 for 8-bit files, 65535 for 16-bit files and for DICOM. */
  readonly maxValue: number;
  /** Of DICOM films only. */
  readonly dicom?: DicomFacts;
  /** What was done to the pixels since they were decoded. */
  readonly corrections?: readonly PixelChange[];
  /** The frame around it that was set aside, in pixels of the file; of turned films too. */
  readonly frame?: FrameSides;
}
