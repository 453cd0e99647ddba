import { SHARE_FIELD, sharedCacheName, sharedFilmUrl } from './shared-films.ts';

/** Keeps the films that another app shared until the page that opens now takes them. */
export async function receiveShare(request: Request, scope: string): Promise<Response> {
  const entries = (await request.formData()).getAll(SHARE_FIELD);
  const films = entries.filter((entry) => entry instanceof File);
  const id = crypto.randomUUID();
  const cache = await caches.open(sharedCacheName(scope));
  for (const [index, film] of films.entries()) {
    const headers = { 'content-type': film.type, 'x-name': encodeURIComponent(film.name) };
    await cache.put(sharedFilmUrl(scope, id, index), new Response(film, { headers }));
  }
  return Response.redirect(films.length > 0 ? `${scope}?shared=${id}` : scope, 303);
}
