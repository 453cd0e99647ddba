import { SECURITY_HEADERS } from './security-headers.ts';

/**
 * The same answer with the headers that isolate and guard the page. From a host that cannot send
 * them, this is how the page gets its threads.
 */
export function secureResponse(response: Response): Response {
  const { body, status, statusText } = response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value);
  return new Response(body, { status, statusText, headers });
}
