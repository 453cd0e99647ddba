import mozjpeg from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js';
import { corrupt } from './decode-error.ts';
import { findJpegExif } from './exif/find-exif.ts';
import { readOrientation } from './exif/read-orientation.ts';
import { greyFromRgba } from './grey.ts';
import { readJpegHeader } from './jpeg-header.ts';
import { type CodecFactory, openCodec } from './open-codec.ts';
import type { Picture } from './picture.ts';
import { turnPicture } from './turn-picture.ts';

interface JpegCodec {
  decode(bytes: Uint8Array, turnByExif: boolean): ImageData | null;
}

/**
 * libjpeg's warnings after which part of the picture is invented. Stray bytes before a marker other
 * than a restart are padding that some cameras and viewers leave behind.
 */
function isHarmless(warning: string): boolean {
  return /extraneous bytes before marker 0x(?!d[0-7])/.test(warning);
}

/**
 * JPEG bytes, baseline or progressive, grey or colour -> RGBA bytes, in WASM (mozjpeg).
 * Throws DecodeError 'unsupported-format', 'corrupt-image' or 'too-large'.
 */
export async function decodeJpegRgba(
  bytes: Uint8Array,
  loadCodec: () => Promise<WebAssembly.Module>,
): Promise<Pick<ImageData, 'width' | 'height' | 'data'>> {
  const header = readJpegHeader(bytes);
  const factory = mozjpeg as unknown as CodecFactory<JpegCodec>;
  const { codec, printed } = await openCodec(factory, await loadCodec());
  let image: ImageData | null = null;
  try {
    image = codec.decode(bytes, false);
  } catch (error) {
    throw corrupt('JPEG', 'not-decoded', { cause: error, detail: printed.at(-1) });
  }
  const warning = printed.find((line) => !isHarmless(line));
  if (warning !== undefined) throw corrupt('JPEG', 'not-decoded', { detail: warning });
  if (image?.width !== header.width || image.height !== header.height) {
    throw corrupt('JPEG', 'other-size');
  }
  return image;
}

/** JPEG bytes -> grey picture. Throws what `decodeJpegRgba` throws. */
export async function decodeJpeg(
  bytes: Uint8Array,
  loadCodec: () => Promise<WebAssembly.Module>,
): Promise<Picture> {
  const { width, height, data } = await decodeJpegRgba(bytes, loadCodec);
  const picture: Picture = { width, height, data: greyFromRgba(data), maxValue: 255 };
  return turnPicture(picture, readOrientation(findJpegExif(bytes)));
}
