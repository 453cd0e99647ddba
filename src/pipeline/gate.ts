import type { Film, GreyImage, Mask } from '../imaging/film.ts';
import { percentiles } from '../imaging/percentiles.ts';
import { type KnownOfRefused, RefusedError } from './errors.ts';

/** In film pixels. Of the 6,026 training films of shared data only one original is smaller (127). */
const SMALLEST_SIDE_PX = 128;

/** In grey steps between the 1st and 99th percentile; the flattest training film has 62 (of 256). */
const SMALLEST_CONTRAST = 8;

/**
 * Share of the film covered by lungs. Human masks of the training split (segmentation.csv, column
 * lung_fraction) go from 0.084 to 0.495 without the heart's shadow (nlm, lungvae; n = 667) and up
 * to 0.706 with it (v7; n = 828). The limits leave room beyond both.
 */
const LUNG_FRACTION = { min: 0.05, max: 0.75 };

/** Throws RefusedError for a film whose shorter side is under 128 pixels. */
export function requireSize(film: Film): void {
  const { width, height } = film;
  if (Math.min(width, height) >= SMALLEST_SIDE_PX) return;
  throw new RefusedError(
    'film-too-small',
    `The film is only ${width} x ${height} pixels.`,
    `Use the original picture, at least ${SMALLEST_SIDE_PX} pixels on its shorter side.`,
    null,
  );
}

/** Throws RefusedError for a film, already resampled, that is constant or nearly so. */
export function requireContrast(image: GreyImage): void {
  const [dark = 0, bright = 0] = percentiles(image.data, [0.01, 0.99]);
  if (bright - dark >= SMALLEST_CONTRAST) return;
  throw new RefusedError(
    'no-contrast',
    'The film is blank: nearly all of its pixels have the same grey.',
    'Check that the file shows a chest X-ray, and export it again if it does not.',
    null,
  );
}

/** Throws RefusedError where the lungs found cover too little or too much to be lungs. */
export function requireLungs(lungs: Mask, lungFraction: number): void {
  const percent = `${(lungFraction * 100).toFixed(1)} %`;
  if (lungFraction < LUNG_FRACTION.min) {
    throw new RefusedError(
      'no-lungs',
      `No lungs were found: the lung mask covers ${percent} of the film.`,
      'Use a frontal chest X-ray that shows both lungs, upright and not cropped.',
      { lungs, lungFraction },
    );
  }
  if (lungFraction > LUNG_FRACTION.max) {
    throw new RefusedError(
      'lungs-implausible',
      `The lung mask covers ${percent} of the film, more than lungs can.`,
      'Use a frontal chest X-ray that shows the whole chest, not only a part of the lungs.',
      { lungs, lungFraction },
    );
  }
}

/**
 * Throws RefusedError for a film that is unlike the training films: `unfamiliarity`, a multiple of
 * the card's threshold, above 1. Null, where the card sets no threshold, passes.
 */
export function requireFamiliar(unfamiliarity: number | null, known: KnownOfRefused): void {
  if (unfamiliarity === null || unfamiliarity <= 1) return;
  throw new RefusedError(
    'unfamiliar',
    `The film is unlike the films that the network was trained on: ${unfamiliarity.toFixed(2)} times as far from them as is allowed.`,
    'Check that it is a frontal chest X-ray, upright and not inverted, and not a photograph of one. If it is, this reader was not made for it.',
    known,
  );
}
