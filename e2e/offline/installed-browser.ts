import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserContext,
  expect as base,
  chromium,
  type Locator,
  type Page,
} from '@playwright/test';
import { findChromium } from '../../tools/chromium/find-chromium.ts';
import { FIRST_READING_MS, ReaderPage } from '../support/reader-page.ts';

/** Whole networks are read, hashed and started behind most of what is expected here. */
export const expect = base.configure({ timeout: FIRST_READING_MS });

/** One request. */
export interface AskedFor {
  readonly by: 'page' | 'service worker';
  /** Below the app's own address; whole where it is another. */
  readonly address: string;
  readonly isForeign: boolean;
}

/** A browser with a profile of its own, which survives restarts. */
export class InstalledBrowser {
  readonly #profile = mkdtempSync(join(tmpdir(), 'manet-profile-'));
  #context: BrowserContext | null = null;
  /** Requests to anywhere but `origin`, and what the Content-Security-Policy refused. */
  readonly foreign: string[] = [];
  readonly problems: string[] = [];
  readonly requests: AskedFor[] = [];

  constructor(readonly origin: () => string) {}

  /** Starts the browser on this profile; `offline` cuts it off from every network. */
  async start({ offline }: { readonly offline: boolean }): Promise<Page> {
    await this.stop();
    const context = await chromium.launchPersistentContext(this.#profile, {
      executablePath: findChromium(),
      args: ['--no-sandbox'],
      viewport: { width: 1440, height: 900 },
      serviceWorkers: 'allow',
    });
    this.#context = context;
    await context.setOffline(offline);
    context.on('request', (request) => {
      const { origin, href, pathname, protocol } = new URL(request.url());
      if (/^(data|blob|about|chrome):$/.test(protocol)) return;
      const isForeign = origin !== new URL(this.origin()).origin;
      if (isForeign) this.foreign.push(href);
      const by = request.serviceWorker() ? 'service worker' : 'page';
      this.requests.push({ by, address: isForeign ? href : pathname, isForeign });
    });
    // What the policy stopped was never sent.
    context.on('requestfailed', (request) => {
      const at = this.foreign.indexOf(request.url());
      if (at >= 0 && /csp/i.test(request.failure()?.errorText ?? '')) this.foreign.splice(at, 1);
    });
    context.on('weberror', (error) => this.problems.push(error.error().message));
    context.on('console', (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text()))
        this.problems.push(message.text());
    });
    return context.pages()[0] ?? context.newPage();
  }

  /** Another tab of the browser that runs. */
  async newTab(): Promise<Page> {
    if (!this.#context) throw new Error('the browser was not started');
    return this.#context.newPage();
  }

  /** Lets the origin store no more than that; without a size, what it could before. */
  async limitStorage(page: Page, quotaSize?: number): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const { origin } = new URL(this.origin());
    await session.send('Storage.overrideQuotaForOrigin', {
      origin,
      ...(quotaSize !== undefined && { quotaSize }),
    });
  }

  async stop(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#profile, { recursive: true, force: true });
  }
}

/** The badge in the header. */
export const badge = (page: Page): Locator =>
  page.locator('header button[aria-haspopup="dialog"][data-status]');

export async function expectReady(page: Page): Promise<void> {
  await expect(badge(page)).toHaveText('Ready without network');
}

/** Isolated from other pages, with more than one WASM thread where the machine has the cores. */
export async function expectThreads(page: Page): Promise<void> {
  await expect(page.getByText(/Ready on WebAssembly, [2-8] threads/)).toBeVisible();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
}

export async function readDemo(page: Page): Promise<ReaderPage> {
  const reader = new ReaderPage(page);
  await page.getByRole('button', { name: 'Try the demo film' }).click();
  await expect(reader.done).toBeVisible();
  return reader;
}
