import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const BACKEND = /tfjs-backend-wasm[\\/]dist[\\/]backend_wasm\.js$/;
const NAME = 'tfjs-backend-wasm-threaded-simd';

/** What a thread runs, and the script that it loads: texts that tfjs makes Blobs of. */
const THREAD_URL =
  /const response = wasmWorkerContents[^;]*;\s*const blob = new Blob\([^;]*;\s*return URL\.createObjectURL\(blob\);/;
const SCRIPT = /new Blob\(\[`var WasmBackendModuleThreadedSimd = ` \+[^;]*\)/;

/** The thread's script, with its line ends escaped again as tfjs does. */
function threadSource(file: string): string {
  const { wasmWorkerContents } = createRequire(import.meta.url)(file);
  return wasmWorkerContents.replace(/\n/g, '\\n');
}

/**
 * tfjs starts its WASM threads from Blobs, made of a bundled function's text among others. A minifier
 * renames what that function takes from outside itself, so in a production build every thread dies
 * with "ReferenceError: e is not defined"; and a strict Content-Security-Policy allows no Blob to run.
 * The threads get Emscripten's own two files instead, untouched, as files of the app.
 */
export function wasmThreads(): Plugin {
  return {
    name: 'wasm-threads',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: BACKEND },
      handler(code, id) {
        if (!THREAD_URL.test(code) || !SCRIPT.test(code)) {
          this.error('tfjs-backend-wasm starts its threads in another way now; see this plugin');
        }
        const folder = join(dirname(id), '..', 'wasm-out');
        const emit = (name: string, source: string) =>
          `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name, source })}`;
        const thread = emit('wasm-thread.js', threadSource(join(folder, `${NAME}.worker.js`)));
        const script = emit('wasm-backend.js', readFileSync(join(folder, `${NAME}.js`), 'utf8'));
        return {
          code: code.replace(THREAD_URL, `return ${thread};`).replace(SCRIPT, script),
          map: null,
        };
      },
    },
  };
}
