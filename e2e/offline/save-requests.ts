import { writeFileSync } from 'node:fs';
import { currentCommit } from '../../tools/evaluate/current-commit.ts';
import type { AskedFor } from './installed-browser.ts';

/** What a part of a session asked for. */
export interface SessionPart {
  readonly name: string;
  readonly requests: readonly AskedFor[];
}

const count = (requests: readonly AskedFor[], by: AskedFor['by']) =>
  requests.filter((request) => request.by === by).length;

function partRow({ name, requests }: SessionPart): string {
  const foreign = requests.filter(({ isForeign }) => isForeign).length;
  return `| ${name} | ${count(requests, 'page')} | ${count(requests, 'service worker')} | ${foreign} |`;
}

/** Writes docs/study/requests.md. */
export function saveRequests(parts: readonly SessionPart[]): void {
  const times = new Map<string, number>();
  for (const { address } of parts.flatMap(({ requests }) => requests)) {
    times.set(address, (times.get(address) ?? 0) + 1);
  }
  const addresses = [...times].sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(
    'docs/study/requests.md',
    `# Every request of a whole session

What the browser asked for, from the first visit over two restarts without network or server to the reading after an update. Requests of the page and its workers
are mostly answered by the service worker; those of the service worker itself go to the server. Written on ${new Date().toISOString().slice(0, 10)} at commit ${currentCommit()} by
\`UPDATE_REPORTS=1 npx playwright test e2e/offline.spec.ts --project=app\`, which fails where anything is asked of another host.

| part of the session | by the page and its workers | by the service worker | of other hosts |
| --- | --: | --: | --: |
${parts.map(partRow).join('\n')}

| address, below the app's own | times |
| --- | --: |
${addresses.map(([address, n]) => `| \`${address}\` | ${n} |`).join('\n')}
`,
  );
}
