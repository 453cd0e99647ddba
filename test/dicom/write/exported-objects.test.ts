import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { nativePixels } from '../../../src/dicom/native-pixels.ts';
import { readDicom } from '../../../src/dicom/read-dicom.ts';
import { CLASS_CODES } from '../../../src/dicom/write/codes.ts';
import { writeSecondaryCapture } from '../../../src/dicom/write/secondary-capture.ts';
import { writeStructuredReport } from '../../../src/dicom/write/structured-report.ts';
import { EXAMPLES, FACTS, OBJECT, PICTURE } from './examples.ts';
import { runTool } from './find-tool.ts';

const file = (name: string) =>
  fileURLToPath(new URL(`../../golden/export/${name}`, import.meta.url));

const says = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text, 0, 'latin1');

/** What the example's source file says of a person and a place. */
const OF_THE_SOURCE = ['PATIENT7', 'ACCESSION7', '19700101', '^QQ', '1.2.3.4', '20250102'];

describe.each(Object.entries(EXAMPLES))('%s', (name, write) => {
  // training/tests/test_exports.py reads the same files with pydicom.
  it('is, byte for byte, the file that independent readers have read', () => {
    expect(Buffer.from(write()).equals(readFileSync(file(name)))).toBe(true);
  });

  it('names the source only where that was asked for, and never its place', () => {
    const bytes = write();
    for (const text of OF_THE_SOURCE) expect(says(bytes, text)).toBe(name.includes('kept'));
    expect(says(bytes, 'INSTITUTION7')).toBe(false);
    expect(says(bytes, 'research')).toBe(true);
  });

  it('has no error for dciodvfy of dicom3tools, where that is installed', ({ skip }) => {
    const told = runTool('dciodvfy', file(name)) ?? skip('dciodvfy is not installed');
    expect(told.split('\n').filter((line) => line.startsWith('Error'))).toEqual([]);
    expect(told).toContain(name.startsWith('structured') ? 'ComprehensiveSR' : 'SCImage');
  });

  it('is read by dcmdump of DCMTK, where that is installed', ({ skip }) => {
    const told = runTool('dcmdump', file(name)) ?? skip('dcmdump is not installed');
    expect(told).not.toMatch(/^[EWF]: /m);
    expect(told).toContain('=LittleEndianExplicit');
  });
});

describe('a secondary capture', () => {
  it('is read by our own reader with the pixels that went in', () => {
    const dicom = readDicom(writeSecondaryCapture(PICTURE, OBJECT));
    expect(dicom.pixels).toMatchObject({ rows: 7, columns: 13, photometric: 'RGB' });
    const stored = nativePixels(dicom.frame, dicom.pixels, dicom.swapped);
    expect(Uint8Array.from(stored.data)).toEqual(PICTURE.rgb);
  });

  it('refuses pixels that are no picture', () => {
    expect(() => writeSecondaryCapture({ ...PICTURE, width: 12 }, OBJECT)).toThrow(RangeError);
    const none = { ...PICTURE, width: 0, rgb: new Uint8Array(0) };
    expect(() => writeSecondaryCapture(none, OBJECT)).toThrow(RangeError);
  });
});

describe('a structured report', () => {
  it('is a tree to dsrdump of DCMTK, where that is installed', ({ skip }) => {
    const path = file('structured-report.dcm');
    const told = runTool('dsrdump', '+Pl', path) ?? skip('dsrdump is not installed');
    expect(told).not.toMatch(/^[EWF]: /m);
    expect(told).toContain('Verification Flag   : UNVERIFIED');
    expect(told).toContain(FACTS.notice);
    expect(told).toMatch(/by a network"\)=\(56717001,SCT,"Tuberculosis"\)/);
    expect(told.match(/"Probability"\)="0\.\d{4}"/g)).toHaveLength(5);
    expect(told).toContain(`"SHA-256 ${FACTS.classifier.digest}"`);
  });

  it('names no class where the answer is indeterminate', () => {
    const report = writeStructuredReport({ ...FACTS, indeterminate: true }, OBJECT);
    const answer = Buffer.from(report).indexOf('ANSWER');
    const code = Buffer.from(report).indexOf('82334004', answer);
    expect(code).toBeGreaterThan(answer);
    expect(code).toBeLessThan(Buffer.from(report).indexOf(CLASS_CODES.normal.value, answer));
  });
});
