import { LABELS } from '../../../models/labels.ts';
import type { Cell } from '../../../platform/export/write-csv.ts';
import type { ShelfState } from '../../../workers/analysis/protocol.ts';
import { bareWindow } from '../../i18n/dicom-words.ts';
import { type FilmEntry, filmOf } from '../../store/film-state.ts';
import { APP_VERSION } from './app-version.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import { ENGLISH, englishMarks } from './english-words.ts';
import { type ExportedReading, gatherReading } from './exported-reading.ts';

/** What a row is made of. Docs: docs/exports.md. */
interface RowFacts {
  /** The film's place in the list, from 1. */
  readonly number: number;
  readonly entry: FilmEntry;
  /** Null for a film that was not read to the end. */
  readonly reading: ExportedReading | null;
  readonly created: Date;
}

type Column = readonly [name: string, value: (facts: RowFacts) => Cell];

const yesNo = (value: boolean | undefined): Cell =>
  value === undefined ? null : value ? 'yes' : 'no';
const done = (value: (reading: ExportedReading) => Cell) => (facts: RowFacts) =>
  facts.reading && value(facts.reading);
/** Of what sets a reading apart. */
const apart = (value: (circumstances: Circumstances) => Cell) =>
  done(({ study }) => value(circumstancesOf(study)));
const rounded = (value: number) => Number(value.toFixed(4));

const COLUMNS: readonly Column[] = [
  ['film', ({ number }) => number],
  ['status', ({ entry }) => entry.state.status],
  ['problem', ({ entry: { state } }) => ('problem' in state ? state.problem.code : null)],
  ['answer', done(({ study }) => (study.indeterminate ? 'indeterminate' : study.label))],
  ['top_class', done(({ study }) => study.label)],
  ...LABELS.map(
    (label): Column => [`p_${label}`, done(({ study }) => rounded(study.probabilities[label]))],
  ),
  ['threshold', done(({ threshold }) => threshold)],
  ['lung_fraction', done(({ study }) => rounded(study.lungFraction))],
  [
    'unfamiliarity',
    done(({ study }) => (study.unfamiliarity === null ? null : rounded(study.unfamiliarity))),
  ],
  ['lungs_edited', apart(({ lungsEdited }) => yesNo(lungsEdited))],
  ['gate_overridden', apart(({ gateOverridden }) => gateOverridden.join(' '))],
  ['corrections', apart(({ corrections }) => corrections.join(' '))],
  ['warnings', apart(({ warnings }) => warnings.join(' '))],
  ['recoveries', apart(({ recoveries }) => recoveries.join(' '))],
  ['marks', apart((circumstances) => englishMarks(circumstances).join(' '))],
  ['synthetic', ({ entry }) => yesNo(entry.source.kind === 'demo')],
  ['format', ({ entry }) => filmOf(entry.state)?.format ?? null],
  ['width_px', ({ entry }) => filmOf(entry.state)?.widthFilmPx ?? null],
  ['height_px', ({ entry }) => filmOf(entry.state)?.heightFilmPx ?? null],
  ['window', done(({ study }) => (study.film.dicom ? bareWindow(study.film.dicom) : null))],
  ['backend', done(({ study }) => study.backend)],
  ['total_ms', done(({ study }) => Math.round(study.timingsMs.total))],
  ['segmenter', done(({ segmenter }) => segmenter.id)],
  ['segmenter_sha256', done(({ segmenter }) => segmenter.digest)],
  ['classifier', done(({ classifier }) => classifier.id)],
  ['classifier_sha256', done(({ classifier }) => classifier.digest)],
  ['source_sha256', done(({ sourceSha256 }) => sourceSha256)],
  ['app_version', () => APP_VERSION],
  ['exported', ({ created }) => created.toISOString()],
  ['notice', () => ENGLISH.notice],
];

/** The worklist as rows, the first of which names the columns. */
export async function worklistRows(
  films: Iterable<FilmEntry>,
  shelf: ShelfState,
  created: Date,
): Promise<Cell[][]> {
  const rows: Cell[][] = [COLUMNS.map(([name]) => name)];
  let number = 0;
  for (const entry of films) {
    number += 1;
    const reading =
      entry.state.status === 'done'
        ? await gatherReading(number, entry, entry.state.study, shelf)
        : null;
    rows.push(COLUMNS.map(([, value]) => value({ number, entry, reading, created })));
  }
  return rows;
}
