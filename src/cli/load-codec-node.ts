import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const FILES = {
  jpeg: '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  webp: '@jsquash/webp/codec/dec/webp_dec.wasm',
} as const;

const { resolve } = createRequire(import.meta.url);

/** Reads and compiles a codec from the installed packages. */
export async function loadCodecNode(codec: 'jpeg' | 'webp'): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(resolve(FILES[codec])));
}
