import { afterEach, describe, expect, it, vi } from 'vitest';
import { probeWebGl, probeWebGpu } from '../../src/models/probe-gpu.ts';

const HARDWARE_ONLY = { allowSoftware: false };

afterEach(() => {
  vi.unstubAllGlobals();
});

const offerWebGpu = (info: object | null) =>
  vi.stubGlobal('navigator', {
    gpu: { requestAdapter: async () => (info ? { info } : null) },
  });

/** UNMASKED_RENDERER_WEBGL of WEBGL_debug_renderer_info, and RENDERER of WebGL. */
const [UNMASKED, RENDERER] = [0x9246, 0x1f01];

function offerWebGl(renderer: string, withExtension: boolean) {
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext() {
        return {
          RENDERER,
          getExtension: (name: string) =>
            withExtension && name === 'WEBGL_debug_renderer_info'
              ? { UNMASKED_RENDERER_WEBGL: UNMASKED }
              : null,
          getParameter: (name: number) =>
            name === (withExtension ? UNMASKED : RENDERER) ? renderer : 'WebKit WebGL',
        };
      }
    },
  );
}

describe('probeWebGpu', () => {
  it('says why where there is none', async () => {
    vi.stubGlobal('navigator', {});
    await expect(probeWebGpu(HARDWARE_ONLY)).rejects.toThrow('not offered');
    offerWebGpu(null);
    await expect(probeWebGpu(HARDWARE_ONLY)).rejects.toThrow('no adapter');
  });

  it('takes a real GPU', async () => {
    offerWebGpu({ vendor: 'nvidia', architecture: 'ampere', device: '', description: '' });
    await expect(probeWebGpu(HARDWARE_ONLY)).resolves.toBe('nvidia ampere');
    offerWebGpu({ vendor: '', architecture: '', device: '', description: '' });
    await expect(probeWebGpu(HARDWARE_ONLY)).resolves.toBe('unnamed adapter');
  });

  it.each([
    { vendor: 'google', architecture: 'swiftshader' },
    { vendor: 'mesa', description: 'llvmpipe (LLVM 15.0.6, 256 bits)' },
    { vendor: 'microsoft', description: 'Microsoft Basic Render Driver' },
    { vendor: 'someone', isFallbackAdapter: true },
  ])('turns the software GPU %o down unless it may be one', async (info) => {
    offerWebGpu(info);
    await expect(probeWebGpu(HARDWARE_ONLY)).rejects.toThrow(/only a software GPU/);
    await expect(probeWebGpu({ allowSoftware: true })).resolves.toContain(info.vendor);
  });
});

describe('probeWebGl', () => {
  it('says why where there is none', () => {
    expect(() => probeWebGl(HARDWARE_ONLY)).toThrow('no WebGL 2');
  });

  it.each([true, false])('takes a real GPU (renderer by extension: %s)', (withExtension) => {
    offerWebGl('ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)', withExtension);
    expect(probeWebGl(HARDWARE_ONLY)).toContain('Apple M2');
  });

  it.each([
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'llvmpipe, or similar',
    'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)',
  ])('turns %s down unless it may be one', (renderer) => {
    offerWebGl(renderer, true);
    expect(() => probeWebGl(HARDWARE_ONLY)).toThrow(/only a software GPU/);
    expect(probeWebGl({ allowSoftware: true })).toBe(renderer);
  });
});
