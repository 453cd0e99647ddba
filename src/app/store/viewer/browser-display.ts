import { FilmDisplay } from '../../../workers/display/client.ts';

/** The display worker of this browser; it starts with the first film. */
export function browserDisplay(): FilmDisplay {
  return new FilmDisplay(
    () =>
      new Worker(new URL('../../../workers/display/worker.ts', import.meta.url), {
        type: 'module',
      }),
  );
}
