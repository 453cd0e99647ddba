import { FilmDisplay } from '../../platform/display-bridge/film-display.ts';

/** The display worker of this browser; it starts with the first film. */
export function browserDisplay(): FilmDisplay {
  return new FilmDisplay(
    () => new Worker(new URL('../display-worker.ts', import.meta.url), { type: 'module' }),
  );
}
