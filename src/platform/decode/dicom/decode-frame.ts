import { corruptDicom } from '../../../dicom/dicom-error.ts';
import { readJpeg2000Size } from '../../../dicom/jpeg-2000-size.ts';
import { readJpegFrame, requireSameSize } from '../../../dicom/jpeg-frame.ts';
import { interleave } from '../../../dicom/native-pixels.ts';
import type { DicomFile } from '../../../dicom/read-dicom.ts';
import type { StoredPixels } from '../../../dicom/stored-pixels.ts';
import { openCodec } from '../open-codec.ts';
import { conformSamples } from './conform-samples.ts';
import type { FrameCodecName, FrameDecoder } from './frame-decoder.ts';
import type { PixelCodecs } from './pixel-codecs.ts';

interface Decoded {
  readonly bytes: Uint8Array;
  readonly planar: boolean;
}

function run(decoder: FrameDecoder, frame: Uint8Array): Decoded {
  decoder.getEncodedBuffer(frame.length).set(frame);
  decoder.decode();
  return {
    bytes: decoder.getDecodedBuffer().slice(),
    planar: decoder.getFrameInfo().componentCount > 1 && decoder.getInterleaveMode?.() === 0,
  };
}

async function decode(
  name: FrameCodecName,
  frame: Uint8Array,
  codecs: PixelCodecs,
): Promise<Decoded> {
  const { factory, className, module } = await codecs.frame(name);
  const { codec, printed } = await openCodec(factory, module);
  const Decoder = codec[className];
  if (!Decoder) throw new TypeError(`the codec has no ${className}`);
  try {
    return run(new Decoder(), frame);
  } catch (cause) {
    throw corruptDicom('not-decoded', { cause, detail: printed.at(-1)?.trim() });
  }
}

/** JPEG-LS, JPEG 2000 or HTJ2K -> samples. Throws DicomError, CodecError. */
export async function decodeFrame(
  name: FrameCodecName,
  { frame, pixels }: DicomFile,
  codecs: PixelCodecs,
): Promise<StoredPixels> {
  const coded = name === 'jpeg-ls' ? jpegLsFrame(frame) : readJpeg2000Size(frame);
  requireSameSize(coded, pixels);
  const { bytes, planar } = await decode(name, frame, codecs);
  const wide = coded.precision > 8 ? 2 : 1;
  if (bytes.length < pixels.rows * pixels.columns * pixels.samplesPerPixel * wide) {
    throw corruptDicom('ends-early');
  }
  const data = conformSamples({ ...coded, bytes }, pixels);
  const undone = pixels.photometric === 'YBR_ICT' || pixels.photometric === 'YBR_RCT';
  return {
    data: planar ? interleave(data, pixels.samplesPerPixel) : data,
    photometric: undone ? 'RGB' : pixels.photometric,
  };
}

function jpegLsFrame(frame: Uint8Array) {
  const { width, height, precision, componentIds } = readJpegFrame(frame);
  return { width, height, precision, components: componentIds.length, signed: false };
}
