import {
  isWhole,
  type OfflineReport,
  type Release,
  type SwitchAnswer,
  type ToServiceWorker,
} from './protocol.ts';
import type { Shell } from './shell.ts';
import type { ShippedModels } from './shipped-models.ts';

declare const self: ServiceWorkerGlobalScope;

async function check(shell: Shell, models: ShippedModels, verify: boolean): Promise<OfflineReport> {
  const count = async () => ({
    shell: await shell.check(verify),
    models: await models.check(verify),
  });
  let report = await count();
  if (verify && report.shell.present < report.shell.needed) {
    // Without network it stays as it is, and the report says so.
    await shell.repair().catch(() => {});
    report = await count();
  }
  const { installing, waiting } = self.registration;
  // The next version's files lie beside this one's until it takes over.
  if (verify && isWhole(report) && !installing && !waiting) await models.tidy();
  return report;
}

async function describe(shell: Shell): Promise<Release | null> {
  const bytes = await shell.read('release.json');
  return bytes && JSON.parse(new TextDecoder().decode(bytes));
}

async function switchNow(): Promise<SwitchAnswer> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const inScope = pages.filter(({ url }) => url.startsWith(self.registration.scope));
  if (inScope.length > 1) return { otherTabs: inScope.length - 1 };
  await self.skipWaiting();
  return { switching: true };
}

/** Answers what a page asks. */
export function answerPage(
  message: ToServiceWorker,
  shell: Shell,
  models: ShippedModels,
): Promise<OfflineReport | Release | SwitchAnswer | null> {
  switch (message.type) {
    case 'check':
      return check(shell, models, message.verify);
    case 'describe':
      return describe(shell);
    case 'use-now':
      return switchNow();
  }
}
