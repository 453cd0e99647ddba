import { BackendRefusal } from './backend-refusal.ts';

/** Renderers that compute on the CPU, slower than WebAssembly does. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|lavapipe|software|basic render/i;

export interface GpuPolicy {
  /** Take a GPU that is emulated on the CPU: for tests, or where one is asked for by name. */
  readonly allowSoftware: boolean;
}

function requireHardware(description: string, { allowSoftware }: GpuPolicy): void {
  if (!allowSoftware && SOFTWARE.test(description)) {
    throw new BackendRefusal({ code: 'software-gpu', renderer: description });
  }
}

/**
 * Returns a description of the WebGPU adapter, or rejects with the reason against it. tfjs itself
 * reads adapter.features without asking whether there is an adapter.
 */
export async function probeWebGpu(policy: GpuPolicy): Promise<string> {
  const gpu = globalThis.navigator?.gpu;
  if (!gpu) throw new BackendRefusal({ code: 'not-offered' });
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new BackendRefusal({ code: 'no-adapter' });
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
  const words = [vendor, architecture, device, description].filter(Boolean).join(' ');
  const told = isFallbackAdapter ? `${words} software fallback` : words;
  requireHardware(told, policy);
  return told || 'unnamed adapter';
}

function createContext(): WebGL2RenderingContext | null {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(1, 1).getContext('webgl2');
  return null;
}

/** Returns the WebGL renderer's name, or throws the reason against it. */
export function probeWebGl(policy: GpuPolicy): string {
  const context = createContext();
  if (!context) throw new BackendRefusal({ code: 'no-webgl2' });
  try {
    const names = context.getExtension('WEBGL_debug_renderer_info');
    // Firefox gives the real name by RENDERER itself, and has dropped the extension.
    const renderer = String(
      context.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : context.RENDERER),
    );
    requireHardware(renderer, policy);
    return renderer;
  } finally {
    context.getExtension('WEBGL_lose_context')?.loseContext();
  }
}
