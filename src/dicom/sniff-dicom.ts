/** Value representations (PS3.5 table 6.2-1). */
const VR = new Set(
  'AE AS AT CS DA DS DT FD FL IS LO LT OB OD OF OL OV OW PN SH SL SQ SS ST SV TM UC UI UL UN UR US UT UV'.split(
    ' ',
  ),
);

/** Whether an element with its value representation begins at `at`. */
export function hasVr(bytes: Uint8Array, at: number): boolean {
  return VR.has(String.fromCharCode(bytes[at + 4] ?? 0, bytes[at + 5] ?? 0));
}

/** Whether "DICM" stands behind a preamble of 128 bytes (PS3.10 7.1). */
export function hasPreamble(bytes: Uint8Array): boolean {
  return bytes[128] === 0x44 && bytes[129] === 0x49 && bytes[130] === 0x43 && bytes[131] === 0x4d;
}

/** Longest plausible value of a bare data set's first element, which is a string or a group length. */
const MAX_FIRST_LENGTH = 128;

/**
 * Whether the bytes are DICOM: with its preamble, or, as old software writes it, without one,
 * beginning with the file meta group 0002 or right away with the data set's group 0008.
 */
export function isDicom(bytes: Uint8Array): boolean {
  if (hasPreamble(bytes)) return true;
  if (bytes.length < 16) return false;
  const [a, b, c, d] = bytes as unknown as [number, number, number, number];
  // Tags of these groups that files begin with have small element numbers, but for (0008,0005) and (0008,0008) any goes.
  if (a === 2 && b === 0 && d === 0) return hasVr(bytes, 0);
  if (a === 0 && b === 8 && c === 0) return hasVr(bytes, 0);
  if (a === 8 && b === 0 && d === 0) {
    if (hasVr(bytes, 0)) return true;
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
    return length <= MAX_FIRST_LENGTH && length % 2 === 0 && hasGroup8Or10(bytes, 8 + length);
  }
  return false;
}

/** An implicit data set's second element is of group 0008 or 0010 as well. */
function hasGroup8Or10(bytes: Uint8Array, at: number): boolean {
  return (bytes[at] === 8 || bytes[at] === 0x10) && bytes[at + 1] === 0;
}
