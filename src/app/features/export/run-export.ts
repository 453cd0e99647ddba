import { writeSecondaryCapture } from '../../../dicom/write/secondary-capture.ts';
import { writeStructuredReport } from '../../../dicom/write/structured-report.ts';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import { canvasToPng, canvasToRgb } from '../../../platform/export/captioned-picture.ts';
import { saveFile } from '../../../platform/export/save-file.ts';
import { writeCsv } from '../../../platform/export/write-csv.ts';
import type { ShelfState } from '../../../workers/analysis/protocol.ts';
import type { Speech } from '../../i18n/speech.ts';
import type { FilmList } from '../../store/film-list.ts';
import type { FilmEntry } from '../../store/film-state.ts';
import { commentsOf } from './comments-of.ts';
import { newObject, readHeader } from './dicom-object.ts';
import { type ExportedReading, gatherReading } from './exported-reading.ts';
import { drawPane, type PaneName, type PaneView } from './pane-pictures.ts';
import { reportContentOf } from './report-content-of.ts';
import { reportFactsOf } from './report-facts-of.ts';
import { typefaceFor } from './typeface.ts';
import { worklistRows } from './worklist-rows.ts';

/** What is to be saved. */
export type ExportJob =
  | { readonly kind: 'pdf' }
  | { readonly kind: 'png'; readonly pane: PaneName }
  | { readonly kind: 'csv' }
  | { readonly kind: 'capture' | 'structured'; readonly keepPatient: boolean };

export interface ExportContext {
  readonly entry: FilmEntry;
  readonly study: ShownStudy;
  readonly films: FilmList;
  readonly shelf: ShelfState;
  readonly view: PaneView;
  readonly speech: Speech;
}

const DICOM = 'application/dicom';

/** What a film's export is called: by its number in the list, never by the name of its file. */
function exportName(filmNumber: number, part: string, extension: string): string {
  return `manet-film-${filmNumber}-${part}.${extension}`;
}

async function savePdf(reading: ExportedReading, { view, speech }: ExportContext) {
  // A library of half a megabyte, fetched when the first report is made.
  const { writeReport } = await import('../../../platform/export/pdf/write-report.ts');
  const typeface = await typefaceFor(speech.language);
  const content = reportContentOf(reading, view.shown, speech);
  const name = exportName(reading.number, 'report', 'pdf');
  saveFile(name, 'application/pdf', await writeReport(content, typeface, reading.created));
  return name;
}

async function savePng(pane: PaneName, reading: ExportedReading, { view, speech }: ExportContext) {
  const name = exportName(reading.number, pane.toLowerCase(), 'png');
  saveFile(name, 'image/png', await canvasToPng(drawPane(pane, reading, view, speech)));
  return name;
}

async function saveCsv({ films, shelf }: ExportContext) {
  const name = 'manet-films.csv';
  saveFile(name, 'text/csv', writeCsv(await worklistRows(films, shelf, new Date())));
  return name;
}

async function saveCapture(reading: ExportedReading, context: ExportContext, keep: boolean) {
  const { entry, study, view, speech } = context;
  const header = await readHeader(entry.source, study.film.format === 'dicom', keep);
  const { width, height, rgb } = canvasToRgb(drawPane('overview', reading, view, speech));
  const facts = reportFactsOf(reading);
  const bytes = writeSecondaryCapture(
    {
      width,
      height,
      rgb,
      derivation: `Film with the outline of its lungs by ${facts.segmenter.title}, and heat map (Grad-CAM) of the class ${view.shown} by ${facts.classifier.title}`,
      comments: commentsOf(reading),
      lossy: header.lossy ?? (study.film.format === 'jpeg' ? true : null),
      namesBurnedIn: header.namesBurnedIn,
    },
    newObject(reading.created, header),
  );
  const name = exportName(reading.number, 'capture', 'dcm');
  saveFile(name, DICOM, bytes);
  return name;
}

async function saveStructured(reading: ExportedReading, context: ExportContext, keep: boolean) {
  const { entry, study } = context;
  const header = await readHeader(entry.source, study.film.format === 'dicom', keep);
  const bytes = writeStructuredReport(reportFactsOf(reading), newObject(reading.created, header));
  const name = exportName(reading.number, 'sr', 'dcm');
  saveFile(name, DICOM, bytes);
  return name;
}

/** Makes one file and hands it to the browser's downloads; returns its name. */
export async function runExport(job: ExportJob, context: ExportContext): Promise<string> {
  if (job.kind === 'csv') return saveCsv(context);
  const { entry, study, films, shelf } = context;
  const number = films.positionOf(entry.id) + 1;
  const reading = await gatherReading(number, entry, study, shelf);
  switch (job.kind) {
    case 'pdf':
      return savePdf(reading, context);
    case 'png':
      return savePng(job.pane, reading, context);
    case 'capture':
      return saveCapture(reading, context, job.keepPatient);
    case 'structured':
      return saveStructured(reading, context, job.keepPatient);
  }
}
