import {
  isWhole,
  type KeptFiles,
  type Release,
  type SwitchAnswer,
  type ToServiceWorker,
} from './protocol.ts';
import type { Shell } from './shell.ts';
import type { ShippedModels } from './shipped-models.ts';

declare const self: ServiceWorkerGlobalScope;

async function check(shell: Shell, models: ShippedModels, verify: boolean): Promise<KeptFiles> {
  const count = async () => ({
    shell: await shell.check(verify),
    models: await models.check(verify),
  });
  let kept = await count();
  if (verify && kept.shell.present < kept.shell.needed) {
    // Without network it stays as it is, and the answer says so.
    await shell.repair().catch(() => {});
    kept = await count();
  }
  const { installing, waiting } = self.registration;
  // The next version's files lie beside this one's until it takes over.
  if (verify && isWhole(kept) && !installing && !waiting) await models.tidy();
  return kept;
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
): Promise<KeptFiles | Release | SwitchAnswer | null> {
  switch (message.type) {
    case 'check':
      return check(shell, models, message.verify);
    case 'describe':
      return describe(shell);
    case 'use-now':
      return switchNow();
  }
}
