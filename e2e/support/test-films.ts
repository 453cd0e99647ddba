import { encode } from 'fast-png';
import { syntheticFilm } from '../../src/imaging/synthetic-film.ts';
import type { TestFile } from './reader-page.ts';

const png = (name: string, bytes: Uint8Array): TestFile => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(bytes),
});

/** The synthetic film as a PNG file of 8 or 16 bits; other seeds draw other vessels and noise. */
export function filmFile(name: string, bits: 8 | 16 = 8, seed = 1): TestFile {
  const { width, height, data } = syntheticFilm(seed).film;
  const greys = bits === 16 ? Uint16Array.from(data, (g) => g * 257) : Uint8Array.from(data);
  return png(name, encode({ width, height, channels: 1, depth: bits, data: greys }));
}

/** A PNG whose second half never arrived. */
export function tornFile(name: string): TestFile {
  const whole = filmFile(name);
  return { ...whole, buffer: whole.buffer.subarray(0, whole.buffer.length / 2) };
}

export function tinyFile(name: string): TestFile {
  return png(
    name,
    encode({ width: 1, height: 1, channels: 1, depth: 8, data: Uint8Array.of(127) }),
  );
}

export function emptyFile(name: string): TestFile {
  return { name, mimeType: 'image/png', buffer: Buffer.alloc(0) };
}

export function textFile(name: string): TestFile {
  return { name, mimeType: 'text/plain', buffer: Buffer.from('Dear colleague, thank you for...') };
}
