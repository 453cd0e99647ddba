import type { FrameCodec, FrameCodecName } from './frame-decoder.ts';

/** Where frames get their codecs; each rejects with CodecError where one cannot be loaded. */
export interface PixelCodecs {
  jpeg(): Promise<WebAssembly.Module>;
  frame(name: FrameCodecName): Promise<FrameCodec & { readonly module: WebAssembly.Module }>;
}
