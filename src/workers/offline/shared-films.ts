/** Where other apps send films to, below the app's folder; the web manifest names it as well. */
export const SHARE_PATH = 'share';

/** The field of the form in which they come. */
export const SHARE_FIELD = 'films';

/** Films wait here, on this device, from when another app shared them until the page opens. */
export const sharedCacheName = (scope: string): string => `manet-shared-films ${scope}`;

export const sharedFilmUrl = (scope: string, id: string, index: number): string =>
  `${scope}shared-films/${id}/${index}`;

/** Takes the films of a share; whatever was left of any share is deleted. */
export async function takeSharedFilms(scope: string, id: string): Promise<File[]> {
  const name = sharedCacheName(scope);
  const cache = await caches.open(name);
  const films: File[] = [];
  for (;;) {
    const response = await cache.match(sharedFilmUrl(scope, id, films.length));
    if (!response) break;
    const type = response.headers.get('content-type') ?? '';
    const title = decodeURIComponent(response.headers.get('x-name') ?? '') || 'Shared film';
    films.push(new File([await response.blob()], title, { type }));
  }
  await caches.delete(name);
  return films;
}
