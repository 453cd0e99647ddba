import { expect, it } from 'vitest';
import { secureResponse } from '../../../src/workers/offline/secure-response.ts';
import { SECURITY_HEADERS } from '../../../src/workers/offline/security-headers.ts';

it('adds every security header to an answer and leaves the rest alone', async () => {
  const headers = { 'content-type': 'text/html', 'content-security-policy': "script-src 'none'" };
  const secured = secureResponse(new Response('page', { status: 203, headers }));
  expect(secured.status).toBe(203);
  expect(await secured.text()).toBe('page');
  expect(Object.fromEntries(secured.headers)).toEqual({
    'content-type': 'text/html',
    ...Object.fromEntries(
      Object.entries(SECURITY_HEADERS).map(([name, value]) => [name.toLowerCase(), value]),
    ),
  });
});

it('isolates the page and lets nothing foreign or inline run in it', () => {
  const { 'Content-Security-Policy': policy = '', ...rest } = SECURITY_HEADERS;
  expect(rest).toMatchObject({
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  });
  expect(policy).not.toMatch(/https?:|\*|'unsafe-inline'|'unsafe-eval'/);
  expect(policy).toContain("default-src 'none'");
});
