import { withoutFilm } from '../dicom-error.ts';
import { readString } from '../element-values.ts';
import { readAgeYears } from '../patient-age.ts';
import { readDataSet } from '../read-data-set.ts';
import { TAG } from '../tags.ts';
import { EXPLICIT_LITTLE } from '../transfer-syntax.ts';
import { uidFromUuid } from '../write/uid.ts';
import { KEPT_ATTRIBUTES } from './kept-attributes.ts';
import { pixelElementBytes } from './pixel-element.ts';
import { type Encoding, keepElements, textElement, type WrittenElement } from './write-elements.ts';

const META: Encoding = { explicit: true, littleEndian: true };

/** Ages above this single out a person, and are one (PS3.15 E.3.4; HIPAA's safe harbour). */
const OLDEST_YEARS = 89;

/** An Age String (PS3.5 table 6.2-1, AS): months below two years, 90 years for all above 89. */
export function ageString(years: number): string {
  const [count, unit] =
    years < 2
      ? [Math.floor(years * 12), 'M']
      : [Math.min(Math.floor(years), OLDEST_YEARS + 1), 'Y'];
  return `${String(count).padStart(3, '0')}${unit}`;
}

const element = (tag: string, vr: string, text: string, encoding: Encoding): WrittenElement => ({
  tag,
  bytes: textElement(tag, vr, text, encoding),
});

/** Preamble and file meta information (PS3.10 7.1), without whoever wrote the file. */
function fileMeta(sopClass: string, sopInstance: string, writer: string, syntax: string) {
  const elements = [
    Uint8Array.of(2, 0, 1, 0, 0x4f, 0x42, 0, 0, 2, 0, 0, 0, 0, 1),
    ...textElement('x00020002', 'UI', sopClass, META),
    ...textElement('x00020003', 'UI', sopInstance, META),
    ...textElement('x00020010', 'UI', syntax, META),
    ...textElement('x00020012', 'UI', writer, META),
  ];
  const length = elements.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const preamble = new Uint8Array(132 + 12);
  preamble.set([0x44, 0x49, 0x43, 0x4d, 2, 0, 0, 0, 0x55, 0x4c, 4, 0], 128);
  new DataView(preamble.buffer).setUint32(140, length, true);
  return [preamble, ...elements];
}

/**
 * A DICOM film without whatever tells whose it is: only `KEPT_ATTRIBUTES` and the pixels stay, byte
 * for byte, under new UIDs, made of what `randomUuid` gives. It reads exactly as the original does.
 * The parts, one after another, are the file. What is burned into the pixels stays. Throws DicomError.
 */
export function deidentifyDicom(bytes: Uint8Array, randomUuid: () => string): Uint8Array[] {
  const newUid = () => uidFromUuid(randomUuid());
  const { dataSet, syntax } = readDataSet(bytes);
  const pixels = dataSet.elements[TAG.pixelData];
  if (!pixels) throw withoutFilm('dicom-no-pixels');
  const encoding: Encoding = {
    explicit: pixels.vr !== undefined,
    littleEndian: syntax.littleEndian,
  };
  const sopClass = readString(dataSet, 'x00080016') ?? '';
  const sopInstance = newUid();
  const years = readAgeYears(dataSet);
  const text = (tag: string, vr: string, value: string) => element(tag, vr, value, encoding);
  const elements = [
    ...keepElements(dataSet, encoding, KEPT_ATTRIBUTES),
    text('x00080018', 'UI', sopInstance),
    text('x00100010', 'PN', ''),
    text('x00100020', 'LO', ''),
    ...(years === null ? [] : [text(TAG.age, 'AS', ageString(years))]),
    text('x00120062', 'CS', 'YES'),
    text('x00120063', 'LO', 'PS3.15 Basic Profile; only attributes of the picture kept'),
    text('x0020000d', 'UI', newUid()),
    text('x0020000e', 'UI', newUid()),
  ].sort((a, b) => (a.tag < b.tag ? -1 : 1));
  return [
    ...fileMeta(sopClass, sopInstance, newUid(), syntax.deflated ? EXPLICIT_LITTLE : syntax.uid),
    ...elements.flatMap((one) => one.bytes),
    pixelElementBytes(dataSet, pixels),
  ];
}
