import { CodedError } from '../../imaging/coded-error.ts';
import type { Film } from '../../imaging/film.ts';
import { decodeBmp } from './decode-bmp.ts';
import { CodecError, corrupt } from './decode-error.ts';
import { decodeJpeg } from './decode-jpeg.ts';
import { decodePng } from './decode-png.ts';
import { decodeWebp } from './decode-webp.ts';
import type { Picture } from './picture.ts';
import { type FileFormat, sniffFormat } from './sniff-format.ts';

/** Compiles a codec's .wasm file, which every platform reaches in its own way. */
export type LoadCodec = (codec: 'jpeg' | 'webp') => Promise<WebAssembly.Module>;

/**
 * A file's bytes -> a film called `name`. Rejects with DecodeError where the file is at fault, with
 * CodecError where the codec could not be loaded, and with nothing else.
 */
export type DecodeFilm = (bytes: Uint8Array, name: string) => Promise<Film>;

/** A decoder that loads each codec when the first file needs it, and keeps it. */
export function createFilmDecoder(loadCodec: LoadCodec): DecodeFilm {
  const loaded = new Map<string, Promise<WebAssembly.Module>>();

  function codec(name: 'jpeg' | 'webp'): Promise<WebAssembly.Module> {
    const known = loaded.get(name);
    if (known) return known;
    const loading = loadCodec(name).catch((cause: unknown) => {
      throw new CodecError(
        'codec-unavailable',
        `The decoder for ${name.toUpperCase()} files could not be loaded.`,
        'Check the connection and try again, or export the film as PNG.',
        { cause },
      );
    });
    loaded.set(name, loading);
    // A load that failed, offline for instance, is tried again with the next film.
    loading.catch(() => loaded.delete(name));
    return loading;
  }

  async function decode(format: FileFormat, bytes: Uint8Array): Promise<Picture> {
    switch (format) {
      case 'png':
        return decodePng(bytes);
      case 'bmp':
        return decodeBmp(bytes);
      case 'jpeg':
        return decodeJpeg(bytes, () => codec('jpeg'));
      case 'webp':
        return decodeWebp(bytes, () => codec('webp'));
    }
  }

  return async (bytes, name) => {
    const format = sniffFormat(bytes);
    try {
      return { name, format, ...(await decode(format, bytes)) };
    } catch (error) {
      if (error instanceof CodedError) throw error;
      throw corrupt(format.toUpperCase(), 'its contents do not make sense', { cause: error });
    }
  };
}
