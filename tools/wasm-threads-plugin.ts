import type { Plugin } from 'vite';

const BACKEND = /tfjs-backend-wasm[\\/]dist[\\/]backend_wasm\.js$/;
const FACTORY_FILE = '../wasm-out/tfjs-backend-wasm-threaded-simd.js';
const STRINGIFIED =
  /\[`var WasmBackendModuleThreadedSimd = ` \+\s*wasmFactoryThreadedSimd\.toString\(\)\]/;

/**
 * tfjs starts its WASM threads from the text of a bundled function. A minifier renames what that
 * function takes from outside itself, so in a production build every thread dies with
 * "ReferenceError: e is not defined". The threads get the untouched source file instead, which is
 * what Emscripten made it for.
 */
export function wasmThreads(): Plugin {
  return {
    name: 'wasm-threads',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: BACKEND },
      handler(code) {
        if (!STRINGIFIED.test(code)) {
          this.error('tfjs-backend-wasm starts its threads in another way now; see this plugin');
        }
        return {
          code: `import threadSource from '${FACTORY_FILE}?raw';\n${code.replace(STRINGIFIED, '[threadSource]')}`,
          map: null,
        };
      },
    },
  };
}
