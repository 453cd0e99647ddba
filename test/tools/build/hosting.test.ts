import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HEADER_POLICY, SECURITY_HEADERS } from '../../../src/workers/offline/security-headers.ts';

const guide = readFileSync('docs/hosting.md', 'utf8');
const section = (title: string) => guide.split(`\n### ${title}\n`)[1]?.split('\n## ')[0] ?? '';

it.each(['nginx', 'Caddy'])(
  'the example for %s sends every header that the app sends itself',
  (title) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      const quoted = name === 'Content-Security-Policy' ? `"${HEADER_POLICY}"` : value;
      expect(section(title)).toContain(`${name} ${quoted}`);
    }
  },
);

it('the guide lists the headers as they are', () => {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    expect(guide).toContain(`${name}: ${value}\n`);
  }
});
