import { CodedError } from '../../errors/coded-error.ts';
import { inEnglish } from '../../errors/english.ts';
import type { Film } from '../../imaging/film.ts';
import type { CodecName, LoadCodec } from './codec-name.ts';
import { decodeBmp } from './decode-bmp.ts';
import { CodecError, corrupt } from './decode-error.ts';
import { decodeJpeg } from './decode-jpeg.ts';
import { decodePng } from './decode-png.ts';
import { decodeWebp } from './decode-webp.ts';
import { decodeDicom } from './dicom/decode-dicom.ts';
import { loadFrameCodec } from './dicom/frame-decoder.ts';
import type { PixelCodecs } from './dicom/pixel-codecs.ts';
import { type FileFormat, sniffFormat } from './sniff-format.ts';
import { decodeTiff } from './tiff/decode-tiff.ts';

interface DecodeOptions {
  /** Which of a DICOM film's windows to use: an index into `film.dicom.windows`. */
  readonly window?: number;
}

/**
 * A file's bytes -> a film called `name`. Rejects with DecodeError or DicomError where the file is
 * at fault, with CodecError where the codec could not be loaded, and with nothing else.
 */
export type DecodeFilm = (
  bytes: Uint8Array,
  name: string,
  options?: DecodeOptions,
) => Promise<Film>;

type Decoded = Omit<Film, 'name' | 'format'>;

const unavailable = (name: CodecName) => (cause: unknown) => {
  const codec = name.toUpperCase();
  throw new CodecError(...inEnglish({ code: 'codec-unavailable', params: { codec } }, { cause }));
};

/** A decoder that loads each codec when the first file needs it, and keeps it. */
export function createFilmDecoder(loadCodec: LoadCodec): DecodeFilm {
  const loaded = new Map<string, Promise<WebAssembly.Module>>();

  function codec(name: CodecName): Promise<WebAssembly.Module> {
    const known = loaded.get(name);
    if (known) return known;
    const loading = loadCodec(name).catch(unavailable(name));
    loaded.set(name, loading);
    // A load that failed, offline for instance, is tried again with the next film.
    loading.catch(() => loaded.delete(name));
    return loading;
  }

  const pixelCodecs: PixelCodecs = {
    jpeg: () => codec('jpeg'),
    frame: async (name) => {
      const [module, frameCodec] = await Promise.all([
        codec(name),
        loadFrameCodec(name).catch(unavailable(name)),
      ]);
      return { ...frameCodec, module };
    },
  };

  async function decode(
    format: FileFormat,
    bytes: Uint8Array,
    options: DecodeOptions,
  ): Promise<Decoded> {
    switch (format) {
      case 'png':
        return decodePng(bytes);
      case 'bmp':
        return decodeBmp(bytes);
      case 'jpeg':
        return decodeJpeg(bytes, () => codec('jpeg'));
      case 'webp':
        return decodeWebp(bytes, () => codec('webp'));
      case 'tiff':
        return decodeTiff(bytes);
      case 'dicom':
        return decodeDicom(bytes, pixelCodecs, options.window);
    }
  }

  return async (given, name, options = {}) => {
    // Node's Buffers pass for Uint8Arrays, but their slices share memory where those copy.
    const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
    const format = sniffFormat(bytes);
    try {
      return { name, format, ...(await decode(format, bytes, options)) };
    } catch (error) {
      if (error instanceof CodedError) throw error;
      throw corrupt(format.toUpperCase(), 'senseless', { cause: error });
    }
  };
}
