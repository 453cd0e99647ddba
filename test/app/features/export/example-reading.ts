import { readFileSync } from 'node:fs';
import type { ExportedReading } from '../../../../src/app/features/export/exported-reading.ts';
import { syntheticFilm } from '../../../../src/imaging/synthetic-film.ts';
import { type ClassifierCard, parseCard } from '../../../../src/models/card.ts';
import { perLabel } from '../../../../src/models/labels.ts';
import type { ShownStudy } from '../../../../src/pipeline/shown-film.ts';
import { shownStudy } from '../../fakes.ts';

const CARD = parseCard(
  JSON.parse(
    readFileSync(
      new URL('../../../../public/models/ma-resnet50/card.json', import.meta.url),
      'utf8',
    ),
  ),
  'ma-resnet50',
) as ClassifierCard;

/** Drawing takes a while. */
const DRAWN = syntheticFilm();
const CREATED = new Date(2026, 10, 24, 9, 30, 0);

/** A study of the drawn film, as if it had been read. */
export function exampleStudy(change: Partial<ShownStudy> = {}): ShownStudy {
  const { film, lungs } = DRAWN;
  const side = 7;
  return {
    ...shownStudy('demo'),
    film: {
      ...shownStudy('demo').film,
      name: 'SECRETNAME.png',
      format: 'synthetic',
      widthFilmPx: film.width,
      heightFilmPx: film.height,
      picture: {
        width: film.width,
        height: film.height,
        grey8: Uint8ClampedArray.from(film.data),
      },
    },
    lungs,
    rawLungs: lungs,
    lungFraction: 0.2712,
    heatMaps: perLabel((_, index) => ({
      side,
      data: Float32Array.from({ length: side * side }, (__, i) => (i === 16 + index ? 1 : 0)),
    })),
    ...change,
  };
}

export function exampleReading(change: Partial<ExportedReading> = {}): ExportedReading {
  return {
    number: 3,
    study: exampleStudy(),
    segmenter: { id: 'resunet', title: 'ResUNet lung segmenter', digest: 'cd'.repeat(32) },
    classifier: { id: CARD.id, title: CARD.title, digest: 'ef'.repeat(32) },
    threshold: 0.65,
    cautions: CARD.cautions,
    sourceSha256: 'ab'.repeat(32),
    created: CREATED,
    ...change,
  };
}
