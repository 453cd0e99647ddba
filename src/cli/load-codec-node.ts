import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { CodecName } from '../platform/decode/codec-name.ts';

const FILES: Readonly<Record<CodecName, string>> = {
  jpeg: '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  webp: '@jsquash/webp/codec/dec/webp_dec.wasm',
  'jpeg-ls': '@cornerstonejs/codec-charls/decodewasm',
  'jpeg-2000': '@cornerstonejs/codec-openjpeg/decodewasm',
  htj2k: '@cornerstonejs/codec-openjph/wasm',
};

const { resolve } = createRequire(import.meta.url);

/** Reads and compiles a codec from the installed packages. */
export async function loadCodecNode(codec: CodecName): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(resolve(FILES[codec])));
}
