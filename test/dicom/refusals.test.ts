import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DicomError } from '../../src/dicom/dicom-error.ts';
import { readDicom } from '../../src/dicom/read-dicom.ts';
import { isDicom } from '../../src/dicom/sniff-dicom.ts';
import { renderNative } from './render.ts';
import {
  dataSet,
  dicomFile,
  EXPLICIT,
  element,
  FILM,
  filmFile,
  filmWith,
  item,
  join,
  packedPixels,
  type WrittenElement,
} from './write-dicom.ts';

const UNDEFINED = 0xffffffff;
const DEFLATED = '1.2.840.10008.1.2.1.99';
const RLE = '1.2.840.10008.1.2.5';

function failure(bytes: Uint8Array): DicomError {
  const { user, system } = process.cpuUsage();
  try {
    readDicom(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(DicomError);
    expect((error as DicomError).advice).toMatch(/\w+\.$/);
    const used = process.cpuUsage({ user, system });
    // Of processor time, since tests may run on a busy machine.
    expect((used.user + used.system) / 1000).toBeLessThan(5000);
    return error as DicomError;
  }
  throw new Error('the file was read');
}

const without = (tag: string) => dicomFile(dataSet(FILM.filter(([name]) => name !== tag)));
const onlyWith = (...elements: WrittenElement[]) => dicomFile(dataSet(elements));

describe('DICOM without a film says what it is', () => {
  test.each<[string, Uint8Array]>([
    ['index of other files', onlyWith(['00041220', 'SQ', []])],
    ['document', onlyWith(['00420011', 'OB', new Uint8Array(20)])],
    ['no pixels', without('7FE00010')],
  ])('%s', (words, bytes) => {
    const error = failure(bytes);
    expect(error.code).toBe('dicom-without-film');
    expect(error.message).toContain(words);
  });
});

describe('films that are not read are named', () => {
  const sized = (allocated: number): WrittenElement => ['00280100', 'US', [allocated]];
  test.each<[string, Uint8Array]>([
    ['32 bits a pixel', filmFile(sized(32))],
    ['1 bit a pixel', filmFile(sized(1))],
    ['the colours "HSV"', filmFile(['00280004', 'CS', 'HSV'])],
    ['floating-point', dicomFile(dataSet([['7FE00008', 'OF', new Uint8Array(24)]]))],
    ['JPEG XL', dicomFile(dataSet(FILM), '1.2.840.10008.1.2.4.110')],
    ['a DICOM video', dicomFile(dataSet(FILM), '1.2.840.10008.1.2.4.102')],
    ['"1.2.3.4"', dicomFile(dataSet(FILM), '1.2.3.4')],
  ])('%s', (words, bytes) => {
    const error = failure(bytes);
    expect(error.code).toBe('unsupported-dicom');
    expect(error.message.toLowerCase()).toContain(words.toLowerCase());
  });
});

describe('headers that make no sense', () => {
  test.each<[string, string, Uint8Array]>([
    ['no photometric interpretation', 'black or white', without('00280004')],
    ['no rows', 'how large', without('00280010')],
    ['no bits', 'how many bits', without('00280100')],
    ['more bits stored than allocated', '17 of 16 bits', filmFile(['00280101', 'US', [17]])],
    ['three samples of grey', 'cannot have 3 samples', filmFile(['00280002', 'US', [3]])],
    ['one sample of RGB', 'cannot have 1 samples', filmFile(['00280004', 'CS', 'RGB'])],
    ['fewer pixels than rows', 'fewer pixels', filmFile(['00280010', 'US', [3]])],
    [
      'pixels without a length',
      'no length',
      dicomFile(join(dataSet(FILM.slice(0, -1)), packedPixels())),
    ],
    ['plain pixels that claim to be packed', 'not packed', dicomFile(dataSet(FILM), RLE)],
  ])('%s', (_, words, bytes) => {
    const error = failure(bytes);
    expect(error.code).toBe('corrupt-dicom');
    expect(error.message).toContain(words);
  });

  test('a size that no film has is refused by the header', () => {
    for (const [rows, columns] of [
      [30_000, 30_000],
      [16_385, 1],
      [16_000, 16_000],
    ] as const) {
      const error = failure(filmFile(['00280010', 'US', [rows]], ['00280011', 'US', [columns]]));
      expect(error.code).toBe('too-large');
    }
  });

  test('a palette or a table that ends early is damage', () => {
    const palette = filmFile(['00280004', 'CS', 'PALETTE COLOR']);
    expect(() => renderNative(palette)).toThrow('lookup table is incomplete');
    const table: WrittenElement = [
      '00283010',
      'SQ',
      [
        [
          ['00283002', 'US', [0, 0, 16]],
          ['00283006', 'OW', [1, 2, 3]],
        ],
      ],
    ];
    expect(() => renderNative(filmFile(table))).toThrow('lookup table ends early');
  });
});

describe('files made to keep a reader busy', () => {
  test('a deflate bomb is not unpacked beyond the largest film', () => {
    const zeros = new Uint8Array(64_000_000);
    const body = join(
      dataSet(FILM.slice(0, -1)),
      element(['7FE00010', 'OW', new Uint8Array(0)], 0x7ffffffe),
    );
    const bomb = deflateSync(join(body, zeros, zeros, zeros, zeros, zeros), { level: 1 });
    const error = failure(dicomFile(bomb, DEFLATED));
    expect(error.code).toBe('too-large');
  }, 60_000);

  test('a deflated film that is cut is damage', () => {
    const whole = deflateSync(dataSet(FILM));
    expect(renderNative(dicomFile(whole, DEFLATED)).data).toHaveLength(6);
    for (let length = 0; length < whole.length; length++) {
      expect(failure(dicomFile(whole.subarray(0, length), DEFLATED)).code).toBe('corrupt-dicom');
    }
  });

  /** Sequences in sequences, each of unknown length and none ended. */
  function nested(depth: number): Uint8Array {
    const level = join(
      element(['00081140', 'SQ', new Uint8Array(0)], UNDEFINED),
      item(new Uint8Array(0), UNDEFINED),
    );
    return join(...Array.from({ length: depth }, () => level));
  }

  test.each([10, 1000, 100_000])('%i sequences in one another', (depth) => {
    expect(failure(dicomFile(join(nested(depth), dataSet(FILM)))).code).toMatch(/dicom/);
  });

  test('millions of elements, or one of unknown length over many megabytes', () => {
    const one = element(['00091001', 'UN', new Uint8Array(0)]);
    const many = new Uint8Array(one.length * 2_500_000);
    for (let at = 0; at < many.length; at += one.length) many.set(one, at);
    expect(failure(dicomFile(join(many, dataSet(FILM)))).message).toContain('header has no end');
    const long = join(
      element(['00091001', 'OB', new Uint8Array(0)], UNDEFINED),
      new Uint8Array(9_000_000),
    );
    expect(failure(dicomFile(long)).code).toBe('corrupt-dicom');
  });

  test('lengths that point behind the file', () => {
    for (const [name, length] of [
      ['00081140', 0x7ffffff0],
      ['00091001', 0xfffffff0],
    ] as const) {
      const body = join(
        element([name, name === '00081140' ? 'SQ' : 'OB', new Uint8Array(8)], length),
        dataSet(FILM),
      );
      expect(failure(dicomFile(body)).code).toMatch(/dicom/);
    }
    const pixels = join(
      dataSet(FILM.slice(0, -1)),
      element(['7FE00010', 'OW', new Uint8Array(12)], 0xfffffff0),
    );
    expect(failure(dicomFile(pixels)).message).toContain('ends before the picture is complete');
  });

  test('more frames than fragments, and offsets into nowhere', () => {
    const packed = (frames: string) =>
      dicomFile(
        join(
          dataSet(filmWith(['00280008', 'IS', frames]).slice(0, -1)),
          packedPixels(Uint8Array.of(1, 2)),
        ),
        RLE,
      );
    for (const frames of ['1', '2', '99999999', '-5', 'many', '1e300']) {
      expect([...readDicom(packed(frames)).frame]).toEqual([1, 2]);
    }
  });
});

describe('told by content', () => {
  test.each<[string, Uint8Array, boolean]>([
    ['a preamble', filmFile(), true],
    ['no preamble', filmFile().subarray(132), true],
    ['no preamble and no file meta', dataSet(FILM), true],
    ['text', new TextEncoder().encode('An ordinary text, long enough to be looked at.'), false],
    ['zeros', new Uint8Array(400), false],
    ['group 0008 and nonsense', Uint8Array.of(8, 0, 5, 0, ...Array(200).fill(0xff)), false],
    ['four bytes', Uint8Array.of(8, 0, 5, 0), false],
  ])('%s', (_, bytes, told) => {
    expect(isDicom(bytes)).toBe(told);
    if (told) expect(renderNative(bytes).data).toHaveLength(6);
  });

  test('a file that names no transfer syntax is read by its first element', () => {
    expect(renderNative(dicomFile(dataSet(FILM), '')).dicom.transferSyntax).toBe(
      renderNative(dicomFile(dataSet(FILM), EXPLICIT)).dicom.transferSyntax,
    );
  });

  test('explicit elements behind the implicit syntax are read all the same', () => {
    expect(renderNative(dicomFile(dataSet(FILM), '1.2.840.10008.1.2')).data).toHaveLength(6);
  });
});
