import { expect, test } from 'vitest';
import { judgeFile } from '../../../tools/fuzz/judge-file.ts';
import { readGoldenDicom } from '../../platform/decode/dicom/golden-dicom.ts';

/** Rows and columns of the header, then height and width of a JPEG frame, become 10,000. */
function claiming100Megapixels(bytes: Uint8Array): Uint8Array {
  const greedy = bytes.slice();
  const view = new DataView(greedy.buffer);
  for (let at = 132; at + 10 < greedy.length; at++) {
    const tag = view.getUint32(at, true);
    if (tag === 0x00100028 || tag === 0x00110028) view.setUint16(at + 8, 10_000, true);
    if (view.getUint16(at) === 0xffc1 || view.getUint16(at) === 0xffc3) {
      view.setUint16(at + 5, 10_000);
      view.setUint16(at + 7, 10_000);
    }
  }
  return greedy;
}

test.each(['dcmtk-rle-u12.dcm', 'dcmtk-jpeg-extended-u12.dcm', 'dcmtk-jpeg-lossless-p4-u12.dcm'])(
  '%s cannot claim a picture of 100 megapixels in its few bytes',
  async (name) => {
    const before = process.memoryUsage().arrayBuffers;
    const { outcome, fault } = await judgeFile(claiming100Megapixels(readGoldenDicom(name)));
    expect([outcome, fault]).toEqual(['corrupt-dicom', null]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  },
);
