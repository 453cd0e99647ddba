import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LABELS, type Label } from '../../src/models/labels.ts';
import { readCsv } from './read-csv.ts';

export interface LabelledFilm {
  readonly id: string;
  readonly path: string;
  readonly label: Label;
  /** The patient, or the nearest thing to one. */
  readonly group: string;
  readonly subset: string;
  /** 'train', 'val' or 'test', by patient and by film. */
  readonly split_group: string;
  readonly split_random: string;
}

export interface SegmentationPair {
  readonly id: string;
  readonly imagePath: string;
  readonly maskPath: string;
  /** 'nlm' and 'lungvae' leave the heart's shadow out, 'v7' has it in. */
  readonly annotation: string;
  readonly label: Label;
  readonly group: string;
}

type Row = Record<string, string>;

function field(row: Row, name: string, file: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`${file} has no column "${name}"`);
  return value;
}

function label(row: Row, file: string): Label {
  const name = field(row, 'label', file);
  const known = LABELS.find((one) => one === name);
  if (!known) throw new Error(`${file}: unknown label "${name}" of ${row.id}`);
  return known;
}

async function readRows(folder: string, file: string): Promise<Row[]> {
  return readCsv(await readFile(join(folder, file), 'utf8'));
}

/** All films of classification.csv. */
export async function readFilms(folder: string): Promise<LabelledFilm[]> {
  const file = 'classification.csv';
  const rows = await readRows(folder, file);
  return rows.map((row) => ({
    id: field(row, 'id', file),
    path: join(folder, field(row, 'file', file)),
    label: label(row, file),
    group: field(row, 'group', file),
    subset: field(row, 'subset', file),
    split_group: field(row, 'split_group', file),
    split_random: field(row, 'split_random', file),
  }));
}

/** A test film of either split; training keeps out of both (training/manet/train/classifier.py). */
export function isTestFilm(film: LabelledFilm): boolean {
  return film.split_group === 'test' || film.split_random === 'test';
}

/** A film that training was judged by, as training_films in training/manet/train/classifier.py. */
export function isValidationFilm(film: LabelledFilm): boolean {
  return film.split_group === 'val' && film.split_random !== 'test';
}

/** The pairs of segmentation.csv on one side of the split by patient, all annotations. */
export async function readPairs(folder: string, side: 'val' | 'test'): Promise<SegmentationPair[]> {
  const file = 'segmentation.csv';
  const rows = await readRows(folder, file);
  return rows
    .filter((row) => field(row, 'split_group', file) === side)
    .map((row) => ({
      id: field(row, 'id', file),
      imagePath: join(folder, field(row, 'image', file)),
      maskPath: join(folder, field(row, 'mask', file)),
      annotation: field(row, 'annotation', file),
      label: label(row, file),
      group: field(row, 'group', file),
    }));
}
