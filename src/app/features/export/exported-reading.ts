import type { ClassifierCard, SegmenterCard } from '../../../models/card.ts';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import type { ShelfState } from '../../../workers/analysis/protocol.ts';
import { CAUTIONS_WITHOUT_CARD } from '../../i18n/card-keys.ts';
import { classifierOf } from '../../i18n/model-names.ts';
import type { FilmEntry } from '../../store/film-state.ts';
import { patientFieldsAt } from './patient-fields-at.ts';
import { sourceHash } from './source-hash.ts';
import { weightsDigest } from './weights-digest.ts';

/** A network as exports name it. */
export interface ExportedNetwork {
  readonly id: string;
  readonly title: string;
  /** One hash over its files; null where its card is not at hand. */
  readonly digest: string | null;
}

/** Everything that exports of one film say, gathered once. */
export interface ExportedReading {
  /** The film's place in the list, from 1: what exports call it instead of its name. */
  readonly number: number;
  readonly study: ShownStudy;
  readonly segmenter: ExportedNetwork;
  readonly classifier: ExportedNetwork;
  /** Below it the classifier names no class. */
  readonly threshold: number | null;
  /** The classifier's cautions, in the card's words. */
  readonly cautions: readonly string[];
  readonly sourceSha256: string | null;
  readonly created: Date;
}

async function networkOf(
  id: string,
  card: SegmenterCard | ClassifierCard | null,
): Promise<ExportedNetwork> {
  return card
    ? { id, title: card.title, digest: await weightsDigest(card.files) }
    : { id, title: id, digest: null };
}

/** `number` counts the film in the list, from 1. */
export async function gatherReading(
  number: number,
  { source }: FilmEntry,
  study: ShownStudy,
  shelf: ShelfState,
): Promise<ExportedReading> {
  const { models } = study;
  const card = classifierOf(shelf, models.classifier)?.card ?? null;
  const segmenter =
    shelf.status === 'ready' && shelf.segmenter.id === models.segmenter ? shelf.segmenter : null;
  return {
    number,
    study,
    segmenter: await networkOf(models.segmenter, segmenter),
    classifier: await networkOf(models.classifier, card),
    threshold: card?.indeterminateBelow ?? null,
    cautions: card?.cautions ?? CAUTIONS_WITHOUT_CARD,
    // What the session kept of a DICOM file is another file.
    sourceSha256: patientFieldsAt(source, study.film) === 'gone' ? null : await sourceHash(source),
    created: new Date(),
  };
}
