/** Distance between pixels, in mm: `row` from one row to the next, `column` from one column to the next. */
export interface PixelSpacing {
  readonly rowMm: number;
  readonly columnMm: number;
  /** What the distances measure: the patient, after calibration, or the detector's face, where bodies look larger. */
  readonly at: 'patient' | 'detector';
}

/** What a DICOM file says about its film beyond the pixels; null where it does not. */
export interface DicomFacts {
  /** The window or lookup table that the greys went through. */
  readonly window: string;
  /** Every window of the file, by name; `window` is one of them. */
  readonly windows: readonly string[];
  /** Bits that each pixel was stored with. */
  readonly bitsStored: number;
  /** How the pixels were packed, for instance "JPEG 2000, lossless". */
  readonly transferSyntax: string;
  /** CR, DX, OT and so on. */
  readonly modality: string | null;
  readonly bodyPart: string | null;
  /** AP, PA, LL and so on: the way of the beam through the patient. */
  readonly viewPosition: string | null;
  /** R, L, U (unpaired) or B (both). */
  readonly laterality: 'R' | 'L' | 'U' | 'B' | null;
  /** Which way the rows and the columns run, for instance "L\\F" on a frontal film. */
  readonly patientOrientation: string | null;
  readonly patientAgeYears: number | null;
  readonly spacing: PixelSpacing | null;
  /** Frames in the file, of which the first is read. */
  readonly frames: number;
}
