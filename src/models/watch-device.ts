import * as tf from '@tensorflow/tfjs-core';
import type { BackendName } from './engine.ts';

/** tfjs's WebGL backend, of which the type does not tell the canvas. */
interface WebGlBackend {
  readonly gpgpu: { readonly gl: { readonly canvas: EventTarget } };
}

/** tfjs's WebGPU backend. */
interface WebGpuBackend {
  readonly device: GPUDevice;
}

/**
 * Resolves with a reason when the current backend's device is lost: tfjs itself would answer with
 * zeros, or never (its WebGPU backend does not look at device.lost). Never rejects.
 */
export function watchDevice(name: BackendName): Promise<string> {
  if (name === 'webgpu') {
    const { device } = tf.backend() as unknown as WebGpuBackend;
    return device.lost.then(({ message, reason }) => message || reason || 'no reason was given');
  }
  if (name === 'webgl') {
    const { canvas } = (tf.backend() as unknown as WebGlBackend).gpgpu.gl;
    return new Promise((resolve) =>
      canvas.addEventListener('webglcontextlost', () => resolve('the WebGL context was lost'), {
        once: true,
      }),
    );
  }
  return new Promise(() => {});
}
