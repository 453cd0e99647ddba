import { correctFilm } from '../../imaging/correct-film.ts';
import type { Film } from '../../imaging/film.ts';
import { setFrameAside } from '../../imaging/set-frame-aside.ts';
import type { DecodeFilm } from '../decode/create-film-decoder.ts';
import type { FilmSource } from './film-source.ts';
import { readSource } from './read-source.ts';

export interface FilmReaders {
  readonly decode: DecodeFilm;
  readonly drawDemo: (name: string) => Film;
}

async function decodeFilm(source: FilmSource, parts: FilmReaders): Promise<Film> {
  if (source.kind === 'demo') return parts.drawDemo(source.name);
  const options = { window: source.window ?? 0 };
  const film = await parts.decode(await readSource(source), source.name, options);
  return source.dicom ? { ...film, dicom: source.dicom } : film;
}

/**
 * A source -> its film, in the window chosen, without the frame around it unless that is wanted, and
 * corrected as asked; rejects with a CodedError.
 */
export async function readFilm(source: FilmSource, parts: FilmReaders): Promise<Film> {
  const film = await decodeFilm(source, parts);
  const inner = source.keepFrame ? film : setFrameAside(film);
  return correctFilm(inner, source.corrections ?? []);
}
