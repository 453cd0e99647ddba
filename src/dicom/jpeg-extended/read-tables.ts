import { corruptDicom } from '../dicom-error.ts';
import { createHuffman, type Huffman } from './huffman.ts';

/** What the segments between the frame header and the scan set up. */
export interface JpegTables {
  /** By their numbers, in zigzag order (ITU-T T.81 B.2.4.1). */
  readonly quantisation: Map<number, Uint16Array>;
  /** By class (0 DC, 1 AC) x 16 + number (B.2.4.2). */
  readonly huffman: Map<number, Huffman>;
  restartInterval: number;
}

function readQuantisation(segment: Uint8Array, tables: JpegTables['quantisation']): void {
  for (let at = 0; at < segment.length; ) {
    const head = segment[at++] as number;
    const size = head >> 4 ? 2 : 1;
    if (at + 64 * size > segment.length) throw corruptDicom('packed-senseless');
    const table = new Uint16Array(64);
    for (let i = 0; i < 64; i++, at += size) {
      const first = segment[at] as number;
      table[i] = size === 2 ? (first << 8) | (segment[at + 1] as number) : first;
    }
    tables.set(head & 15, table);
  }
}

function readHuffman(segment: Uint8Array, tables: JpegTables['huffman']): void {
  for (let at = 0; at + 17 <= segment.length; ) {
    const head = segment[at] as number;
    const counts = segment.slice(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (at + 17 + total > segment.length) throw corruptDicom('packed-senseless');
    tables.set(head, createHuffman(counts, segment.slice(at + 17, at + 17 + total)));
    at += 17 + total;
  }
}

/**
 * Walks the segments to the start of the scan; returns where its header's content lies.
 * Throws DicomError 'corrupt-dicom'.
 */
export function readTables(bytes: Uint8Array): {
  tables: JpegTables;
  scan: Uint8Array;
  end: number;
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables: JpegTables = { quantisation: new Map(), huffman: new Map(), restartInterval: 0 };
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff) break;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end < at + 4 || end > bytes.length) break;
    const segment = bytes.subarray(at + 4, end);
    if (marker === 0xdb) readQuantisation(segment, tables.quantisation);
    else if (marker === 0xc4) readHuffman(segment, tables.huffman);
    else if (marker === 0xdd && segment.length >= 2)
      tables.restartInterval = view.getUint16(at + 4);
    else if (marker === 0xda) return { tables, scan: segment, end };
    at = end;
  }
  throw corruptDicom('ends-early');
}
