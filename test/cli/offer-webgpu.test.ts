import { afterEach, expect, test, vi } from 'vitest';
import { offerWebGpu } from '../../src/cli/offer-webgpu.ts';

afterEach(() => vi.unstubAllGlobals());

test('Dawn’s GPU and constants become those of a browser', async () => {
  vi.stubGlobal('navigator', undefined);
  vi.stubGlobal('GPUMapMode', undefined);
  const gpu = { requestAdapter: async () => null } as unknown as GPU;
  await offerWebGpu(async () => ({ create: () => gpu, globals: { GPUMapMode: { READ: 1 } } }));
  expect(navigator.gpu).toBe(gpu);
  expect(navigator.userAgent).toContain('Node.js/');
  expect(GPUMapMode.READ).toBe(1);
});

test.each([
  ['is missing', () => Promise.reject(new Error('Cannot find package'))],
  [
    'does not run',
    async () => ({
      create: () => {
        throw new Error('no Vulkan');
      },
      globals: {},
    }),
  ],
])('a package that %s is an error that says what to do', async (_, load) => {
  const error = await offerWebGpu(load).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'no-backend', message: expect.stringContaining('"webgpu"') });
  expect(error).toHaveProperty('advice', expect.stringContaining('npm install'));
});
