import jpegUrl from '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm?url';
import webpUrl from '@jsquash/webp/codec/dec/webp_dec.wasm?url';

const URLS = { jpeg: jpegUrl, webp: webpUrl } as const;

/** Fetches and compiles a codec that the app serves itself, in a page or a worker. */
export async function loadCodecWeb(codec: 'jpeg' | 'webp'): Promise<WebAssembly.Module> {
  const response = await fetch(URLS[codec]);
  if (!response.ok) throw new Error(`${URLS[codec]}: HTTP status ${response.status}`);
  // Not compileStreaming, which refuses servers without the media type application/wasm.
  return WebAssembly.compile(await response.arrayBuffer());
}
