import { expect, test } from '@playwright/test';
import type { BackendName } from '../../src/models/engine.ts';
import { tinyNetworks } from '../../test/models/tiny-networks.ts';
import { type ParityServer, serveFiles, startParityServer } from './parity-server.ts';
import type { Request } from './protocol.ts';

/** Issue "A real film in, a real answer out", must be shown, 5. */
const LOGIT_TOLERANCE = { float32: 1e-3, float16: 2e-2 } as const;
const MIN_IOU = 0.999;
const MIN_CORRELATION = 0.999;

/** SwiftShader and plain JavaScript need minutes for the shipped networks. */
const SHIPPED_TIMEOUT_MS = 600_000;
/**
 * Stage 1 on WebGPU by SwiftShader takes some three minutes of two cores, so it is left out unless
 * PARITY_FULL is set; the tiny ResUNet has shown the same operations.
 */
const withLungs = (backend: BackendName) =>
  backend !== 'webgpu' || Boolean(process.env.PARITY_FULL);

const BACKENDS: readonly BackendName[] = ['cpu', 'wasm', 'webgl', 'webgpu'];
const TINY = ['bottleneck-ma', 'bottleneck-cbam'] as const;

let server: ParityServer;
test.beforeAll(async () => {
  server = await startParityServer();
});
test.afterAll(() => server.close());

test.beforeEach(({ page }) => {
  page.on('console', (message) => {
    if (message.type() === 'error')
      test.info().annotations.push({ type: 'console', description: message.text() });
  });
});

for (const backend of BACKENDS) {
  for (const name of TINY) {
    test(`${backend} answers as PyTorch does: ${name}, float32`, async ({ page }) => {
      const { files, folders } = tinyNetworks(name, 'float32');
      await serveFiles(page, files);
      await page.goto(server.url);
      const request: Extract<Request, { kind: 'golden' }> = {
        kind: 'golden',
        backend,
        folders,
        threads: 2,
        segmenterGolden: 'golden/models/resunet/golden.safetensors',
        classifierGolden: `golden/models/${name}/golden.safetensors`,
      };
      const found = await page.evaluate((asked) => window.runInWorker(asked), request);
      expect(found.backend).toBe(backend);
      expect(found.isolated).toBe(true);
      if (backend === 'wasm') expect(found.backendDescription).toBe('2 threads');
      expect(found.worstLungLogit).toBeLessThan(LOGIT_TOLERANCE.float32);
      expect(found.worstLogit).toBeLessThan(LOGIT_TOLERANCE.float32);
      expect(found.maskIou).toBeGreaterThanOrEqual(MIN_IOU);
      for (const value of found.camCorrelations) {
        if (value !== null) expect(value).toBeGreaterThanOrEqual(MIN_CORRELATION);
      }
      expect(found.leakedTensors).toBe(0);
    });
  }

  test(`${backend} answers as PyTorch does: the shipped networks`, async ({ page }) => {
    test.setTimeout(SHIPPED_TIMEOUT_MS);
    await serveFiles(page);
    await page.goto(server.url);
    const request: Extract<Request, { kind: 'shipped' }> = {
      kind: 'shipped',
      backend,
      folders: { segmenter: 'resunet', classifier: 'ma-resnet50' },
      threads: 2,
      film: withLungs(backend) ? 'golden/shipped/film.png' : null,
      golden: 'golden/shipped/golden.safetensors',
    };
    const found = await page.evaluate((asked) => window.runInWorker(asked), request);
    expect(found.backend).toBe(backend);
    expect(found.worstLogit).toBeLessThan(LOGIT_TOLERANCE.float16);
    if (withLungs(backend)) expect(found.maskIou).toBeGreaterThanOrEqual(MIN_IOU);
    for (const value of found.camCorrelations) {
      if (value !== null) expect(value).toBeGreaterThanOrEqual(MIN_CORRELATION);
    }
    expect(found.leakedTensors).toBe(0);
    test.info().annotations.push({ type: 'parity', description: JSON.stringify(found) });
  });
}

test('auto turns the software GPUs of this browser down and takes WASM', async ({ page }) => {
  const { files, folders } = tinyNetworks('bottleneck-ma', 'float32');
  await serveFiles(page, files);
  await page.goto(server.url);
  const request: Extract<Request, { kind: 'golden' }> = {
    kind: 'golden',
    backend: 'auto',
    folders,
    threads: 2,
    segmenterGolden: 'golden/models/resunet/golden.safetensors',
    classifierGolden: 'golden/models/bottleneck-ma/golden.safetensors',
  };
  const found = await page.evaluate((asked) => window.runInWorker(asked), request);
  expect(found.backend).toBe('wasm');
  expect(found.rejected).toEqual([
    { backend: 'webgpu', reason: expect.stringMatching(/software GPU/) },
    { backend: 'webgl', reason: expect.stringMatching(/software GPU/) },
  ]);
});
