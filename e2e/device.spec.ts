import { expect, type Page, test, type Worker } from '@playwright/test';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';
import { serveReducedNetworks } from './support/reduced-networks.ts';

/** Plain JavaScript and emulated GPUs take their time. */
const SLOW_MS = 300_000;

test.setTimeout(SLOW_MS);

/** What the tests put on the worker's own global object, through the debugger. */
interface Seams {
  devices: GPUDevice[];
  contexts: WebGL2RenderingContext[];
  failWasm: boolean;
}

/**
 * Wraps what the worker gets from the browser, before the networks ask for it, so that devices can
 * be lost and WebAssembly can trap at will. The app's own code is as it is built.
 */
function wrapBrowser(): void {
  const seams: Seams = { devices: [], contexts: [], failWasm: false };
  Object.assign(globalThis, { seams });
  if (typeof GPUAdapter !== 'undefined') {
    const { requestDevice } = GPUAdapter.prototype;
    GPUAdapter.prototype.requestDevice = async function (...given) {
      const device = await requestDevice.apply(this, given);
      seams.devices.push(device);
      return device;
    };
  }
  const { getContext } = OffscreenCanvas.prototype;
  OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...given: never[]) {
    const context = (getContext as (...all: never[]) => unknown).apply(this, given);
    if (context instanceof WebGL2RenderingContext) seams.contexts.push(context);
    return context;
  } as typeof getContext;
  // Emscripten then takes the other way, which is wrapped here.
  Reflect.deleteProperty(WebAssembly, 'instantiateStreaming');
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (async (source: BufferSource, imports?: WebAssembly.Imports) => {
    const made = await instantiate(source, imports);
    const { instance } = made as unknown as WebAssembly.WebAssemblyInstantiatedSource;
    const exports = Object.fromEntries(
      Object.entries(instance.exports).map(([name, value]) => [
        name,
        typeof value !== 'function'
          ? value
          : (...given: unknown[]) => {
              if (seams.failWasm) throw new WebAssembly.RuntimeError('memory access out of bounds');
              return (value as (...all: unknown[]) => unknown)(...given);
            },
      ]),
    );
    return { ...(made as object), instance: { exports } };
  }) as unknown as typeof WebAssembly.instantiate;
}

let reader: ReaderPage;
let worker: Promise<Worker>;

/** Opens the app with its analysis worker wrapped. */
async function open(page: Page, backend: string | null): Promise<void> {
  if (backend) {
    await page.addInitScript((name) => localStorage.setItem('backend', name), backend);
  }
  worker = new Promise((resolve) => {
    page.on('worker', (one) => {
      one.evaluate(wrapBrowser).catch(() => {});
      resolve(one);
    });
  });
  reader = new ReaderPage(page);
  await reader.open();
}

const ready = (page: Page, name: string) =>
  expect(page.getByText(new RegExp(`^Ready on ${name}`)).first()).toBeVisible({ timeout: SLOW_MS });

async function readDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the demo film' }).click();
}

async function expectRecovered(page: Page): Promise<void> {
  await expect(reader.done).toBeVisible({ timeout: SLOW_MS });
  await expect(page.getByText(/the film was read again from its start/)).toBeVisible();
}

test('the panel shows every backend, why it is used or not, and its self-test', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, null);
  await ready(page, 'WebAssembly');
  await page.getByRole('button', { name: 'About this device' }).click();
  const dialog = page.getByRole('dialog', { name: 'About this device' });
  await expect(dialog.locator('[data-backend]')).toHaveCount(4);
  await expect(dialog.locator('[data-backend="webgpu"]')).toContainText(/Only a software GPU: /);
  await expect(dialog.locator('[data-backend="webgl"]')).toContainText('Passed over');
  const used = dialog.locator('[data-state="used"]');
  await expect(used).toContainText(/WebAssembly.*In use/);
  await expect(used).toContainText(/Self-test passed .* s/);
  await expect(used).toContainText(
    /lungs [\d.e-]+, classes [\d.e-]+, heat maps [\d.e-]+, film check/,
  );
  await expect(dialog.getByText(/film-check [0-9a-f]{12}/)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('device-wide.png') });
  await page.setViewportSize({ width: 390, height: 844 });
  await reader.expectNoSidewaysScroll();
  await page.screenshot({ path: test.info().outputPath('device-phone.png') });
  const before = await used.textContent();
  await dialog.getByRole('button', { name: 'Run the self-test again' }).click();
  await expect(used).toBeVisible({ timeout: FIRST_READING_MS });
  expect(await used.textContent()).not.toBe(before);
});

test('a passed self-test is remembered by the next start', async ({ page }) => {
  await open(page, null);
  await ready(page, 'WebAssembly');
  const tested = async () => {
    await page.getByRole('button', { name: 'About this device' }).click();
    const text = await page.getByText(/Self-test passed/).textContent();
    await page.keyboard.press('Escape');
    return text;
  };
  const first = await tested();
  await page.reload();
  await ready(page, 'WebAssembly');
  expect(await tested()).toBe(first);
});

test('a WebAssembly trap: the film in hand is read again', async ({ page }) => {
  await open(page, null);
  await ready(page, 'WebAssembly');
  await (await worker).evaluate(() => {
    const { seams } = globalThis as unknown as { seams: Seams };
    seams.failWasm = true;
    // The backend that is built next is another one.
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = ((...given: Parameters<typeof instantiate>) => {
      seams.failWasm = false;
      return instantiate(...given);
    }) as typeof WebAssembly.instantiate;
  });
  await readDemo(page);
  await expectRecovered(page);
});

test('a crashed worker: the film in hand is read again by a new one', async ({ page }) => {
  await open(page, null);
  await ready(page, 'WebAssembly');
  await (await worker).evaluate(() => {
    const post = self.postMessage.bind(self);
    self.postMessage = (message, given) => {
      post(message, given as StructuredSerializeOptions);
      if (message.event?.progress?.stage !== 'segmenting') return;
      setTimeout(() => {
        throw new Error('crash');
      });
    };
  });
  await readDemo(page);
  await expectRecovered(page);
});

for (const [backend, name] of [
  ['webgl', 'WebGL'],
  ['webgpu', 'WebGPU'],
] as const) {
  test(`a lost ${name} device: the film in hand is read again`, async ({ page }) => {
    // The whole networks take minutes on a software GPU.
    await serveReducedNetworks(page);
    await open(page, backend);
    await ready(page, name);
    await readDemo(page);
    await expect(page.locator('main[data-status="segmenting"]')).toBeVisible({ timeout: SLOW_MS });
    await (await worker).evaluate(() => {
      const { seams } = globalThis as unknown as { seams: Seams };
      for (const device of seams.devices) device.destroy();
      for (const context of seams.contexts) {
        context.getExtension('WEBGL_lose_context')?.loseContext();
      }
    });
    await expectRecovered(page);
  });
}
