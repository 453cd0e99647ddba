import jpegLsUrl from '@cornerstonejs/codec-charls/decodewasm?url';
import jpeg2000Url from '@cornerstonejs/codec-openjpeg/decodewasm?url';
import htj2kUrl from '@cornerstonejs/codec-openjph/wasm?url';
import jpegUrl from '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm?url';
import webpUrl from '@jsquash/webp/codec/dec/webp_dec.wasm?url';
import type { CodecName } from './codec-name.ts';

const URLS: Readonly<Record<CodecName, string>> = {
  jpeg: jpegUrl,
  webp: webpUrl,
  'jpeg-ls': jpegLsUrl,
  'jpeg-2000': jpeg2000Url,
  htj2k: htj2kUrl,
};

/** Fetches and compiles a codec that the app serves itself, in a page or a worker. */
export async function loadCodecWeb(codec: CodecName): Promise<WebAssembly.Module> {
  const response = await fetch(URLS[codec]);
  if (!response.ok) throw new Error(`${URLS[codec]}: HTTP status ${response.status}`);
  // Not compileStreaming, which refuses servers without the media type application/wasm.
  return WebAssembly.compile(await response.arrayBuffer());
}
