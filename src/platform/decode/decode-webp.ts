import webp from '@jsquash/webp/codec/dec/webp_dec.js';
import { corrupt } from './decode-error.ts';
import { findWebpExif } from './exif/find-exif.ts';
import { readOrientation } from './exif/read-orientation.ts';
import { greyFromRgba } from './grey.ts';
import { type CodecFactory, openCodec } from './open-codec.ts';
import type { Picture } from './picture.ts';
import { turnPicture } from './turn-picture.ts';
import { readWebpHeader } from './webp-header.ts';

interface WebpCodec {
  decode(bytes: Uint8Array): ImageData | null;
}

/**
 * WebP bytes, lossy or lossless -> grey picture, in WASM (libwebp).
 * Throws DecodeError 'unsupported-format', 'corrupt-image' or 'too-large'.
 */
export async function decodeWebp(
  bytes: Uint8Array,
  loadCodec: () => Promise<WebAssembly.Module>,
): Promise<Picture> {
  const header = readWebpHeader(bytes);
  const factory = webp as unknown as CodecFactory<WebpCodec>;
  const { codec } = await openCodec(factory, await loadCodec());
  const image = codec.decode(bytes);
  if (image?.width !== header.width || image.height !== header.height) {
    throw corrupt('WebP', 'not-decoded');
  }
  const picture: Picture = { ...header, data: greyFromRgba(image.data), maxValue: 255 };
  return turnPicture(picture, readOrientation(findWebpExif(bytes)));
}
