/** Codecs in WebAssembly, each loaded when the first file needs it. */
export type CodecName = 'jpeg' | 'webp' | 'jpeg-ls' | 'jpeg-2000' | 'htj2k';

/** Compiles a codec's .wasm file, which every platform reaches in its own way. */
export type LoadCodec = (codec: CodecName) => Promise<WebAssembly.Module>;
