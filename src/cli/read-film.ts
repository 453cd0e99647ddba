import { CodedError } from '../errors/coded-error.ts';
import type { Film } from '../imaging/film.ts';
import { setFrameAside } from '../imaging/set-frame-aside.ts';
import type { Engine } from '../models/engine.ts';
import { analyse } from '../pipeline/analyse.ts';
import { RefusedError } from '../pipeline/errors.ts';
import type { GateCode } from '../pipeline/gate/gate-codes.ts';
import type { AnalyseOptions } from '../pipeline/stages.ts';
import type { Study } from '../pipeline/study.ts';
import type { DecodeFilm } from '../platform/decode/create-film-decoder.ts';
import { blankLine, type FilmLine } from './film-line.ts';
import { readFilmFile } from './read-file.ts';
import type { PictureWriter } from './write-pictures.ts';

export interface Reader {
  readonly decode: DecodeFilm;
  /** The networks, loaded when the first film is decoded. May reject with a CodedError. */
  readonly engine: () => Promise<Engine>;
  readonly signal: AbortSignal;
  /** Refusals that are set aside; none unless told. */
  readonly overrides?: readonly GateCode[] | undefined;
  /** The film's bytes, where it is no file of its own. May reject with a CodedError. */
  readonly read?: (() => Promise<Uint8Array>) | undefined;
}

const INDETERMINATE = 'No class is probable enough for an answer; the label is only the likeliest.';

async function analyseOrRefuse(
  film: Film,
  engine: Engine,
  options: AnalyseOptions,
): Promise<Study | RefusedError> {
  try {
    return await analyse(film, engine, options);
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
}

function answered(line: FilmLine, study: Study): FilmLine {
  const { segment, classify, total } = study.timingsMs;
  const decode = line.timingsMs.decode ?? 0;
  return {
    ...line,
    status: 'ok',
    code: study.indeterminate ? 'indeterminate' : null,
    message: study.indeterminate ? INDETERMINATE : null,
    label: study.label,
    probabilities: study.probabilities,
    lungFraction: study.lungFraction,
    gateOverridden: study.gateOverridden,
    warnings: study.warnings,
    timingsMs: {
      decode,
      segment: Math.round(segment),
      classify: Math.round(classify),
      total: Math.round(decode + total),
    },
  };
}

const refused = (line: FilmLine, { code, message, known }: RefusedError): FilmLine => ({
  ...line,
  status: 'refused',
  code,
  message,
  lungFraction: known?.lungFraction ?? null,
});

function failed(line: FilmLine, error: unknown): FilmLine {
  const { code, message } =
    error instanceof CodedError ? error : { code: 'internal', message: String(error) };
  return { ...line, status: 'error', code, message };
}

/**
 * Reads one film and writes its pictures, where `pictures` are wanted. Whatever is wrong with the
 * film, its file or the networks is told in the line; only an abort rejects, with the signal's reason.
 */
export async function readFilm(
  path: string,
  { decode, engine, signal, overrides, read = () => readFilmFile(path, signal) }: Reader,
  pictures: PictureWriter | null,
): Promise<FilmLine> {
  let line = blankLine(path, 'error');
  try {
    const began = performance.now();
    const film = setFrameAside(await decode(await read(), path));
    const decodeMs = Math.round(performance.now() - began);
    line = { ...line, dicom: film.dicom ?? null };
    line = { ...line, timingsMs: { ...line.timingsMs, decode: decodeMs } };
    await pictures?.film(film);

    const networks = await engine();
    const { id, title } = networks.classifier;
    line = { ...line, backend: networks.backend, classifier: { id, title } };
    const found = await analyseOrRefuse(film, networks, { signal, overrides });
    if (found instanceof RefusedError) {
      if (found.known) await pictures?.mask(film, found.known.lungs);
      return refused(line, found);
    }
    await pictures?.mask(film, found.lungs);
    await pictures?.heatMaps(found);
    return answered(line, found);
  } catch (error) {
    signal.throwIfAborted();
    return failed(line, error);
  }
}
