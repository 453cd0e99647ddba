import { CodedError } from '../../errors/coded-error.ts';
import { inEnglish } from '../../errors/english.ts';
import type { Reason } from '../../errors/reasons.ts';

class RegistrationError extends CodedError<'service-worker-missing'> {}

/** A page may stay open for weeks. */
const ASK_FOR_UPDATES_EVERY_MS = 60 * 60 * 1000;

export interface ServiceWorkerEvents {
  /** A service worker is in charge of this version's files. */
  readonly onActive: (worker: ServiceWorker) => void;
  /** A newer version is whole, on this device, and waits. */
  readonly onWaiting: (worker: ServiceWorker) => void;
  /** Another service worker took over; `isUpdate` where one was in charge before. */
  readonly onTakeOver: (isUpdate: boolean) => void;
  /** There can be no service worker, and why. */
  readonly onMissing: (why: CodedError) => void;
}

const missing = (why: Reason, cause?: unknown) =>
  new RegistrationError(...inEnglish({ code: 'service-worker-missing', why }, { cause }));

const notOffered = () =>
  missing(window.isSecureContext ? 'app-no-service-worker' : 'app-insecure-page');

const notInstalled = (cause?: unknown) => missing('app-files-missing', cause);

function follow(
  registration: ServiceWorkerRegistration,
  { onActive, onWaiting, onMissing }: ServiceWorkerEvents,
): void {
  const look = () => {
    const { active, waiting } = registration;
    if (active) onActive(active);
    if (active && waiting) onWaiting(waiting);
  };
  const watch = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      // One that failed to install beside an older one leaves that in charge.
      if (worker.state === 'redundant' && !registration.active) onMissing(notInstalled());
      else look();
    });
  look();
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));

  const update = () => registration.update().catch(() => {});
  window.setInterval(update, ASK_FOR_UPDATES_EVERY_MS);
  window.addEventListener('online', update);
}

/** Registers the service worker beside index.html, and looks for newer versions from time to time. */
export async function connectServiceWorker(events: ServiceWorkerEvents): Promise<void> {
  if (!('serviceWorker' in navigator)) return events.onMissing(notOffered());

  let before = navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    events.onTakeOver(before !== null);
    before = navigator.serviceWorker.controller;
  });

  try {
    const url = new URL('service-worker.js', document.baseURI);
    follow(await navigator.serviceWorker.register(url, { updateViaCache: 'none' }), events);
  } catch (cause) {
    events.onMissing(notInstalled(cause));
  }
}
