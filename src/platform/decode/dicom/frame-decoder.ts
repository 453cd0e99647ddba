/// <reference path="./cornerstone-codecs.d.ts" />
import type { CodecFactory } from '../open-codec.ts';

interface FrameInfo {
  readonly width: number;
  readonly height: number;
  readonly bitsPerSample: number;
  readonly componentCount: number;
}

/** A decoder of one frame, in a codec's memory. */
export interface FrameDecoder {
  /** Room for the packed frame. */
  getEncodedBuffer(length: number): Uint8Array;
  decode(): void;
  /** The samples, little endian, one or two bytes each. Gone with the next call into the codec. */
  getDecodedBuffer(): Uint8Array;
  getFrameInfo(): FrameInfo;
  /** JPEG-LS only: 0 where colour planes come one after another. */
  getInterleaveMode?(): number;
  delete(): void;
}

export type FrameCodecName = 'jpeg-ls' | 'jpeg-2000' | 'htj2k';

export interface FrameCodec {
  readonly factory: CodecFactory<Record<string, new () => FrameDecoder>>;
  readonly className: string;
}

const LOADERS = {
  'jpeg-ls': [() => import('@cornerstonejs/codec-charls/decodewasmjs'), 'JpegLSDecoder'],
  'jpeg-2000': [() => import('@cornerstonejs/codec-openjpeg/decodewasmjs'), 'J2KDecoder'],
  htj2k: [() => import('@cornerstonejs/codec-openjph/wasmjs'), 'HTJ2KDecoder'],
} as const;

/** Loads a codec's JavaScript, which is apart from its .wasm file. */
export async function loadFrameCodec(name: FrameCodecName): Promise<FrameCodec> {
  const [load, className] = LOADERS[name];
  const module = await load();
  return { factory: module.default as FrameCodec['factory'], className };
}
