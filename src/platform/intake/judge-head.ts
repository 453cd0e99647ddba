import { DIRECTORY_CLASS, isWithoutPicture } from '../../dicom/media-classes.ts';
import { readMediaClass } from '../../dicom/read-data-set.ts';
import { DecodeError } from '../decode/decode-error.ts';
import { sniffFormat } from '../decode/sniff-format.ts';
import type { SkipReason } from './intake-file.ts';

/** Enough for the preamble and the file meta information of a DICOM file. */
export const HEAD_BYTES = 1024;

/** What a file is by its first bytes: to be read, or opened, or skipped and why. */
export type Verdict = 'film' | 'zip' | 'directory' | SkipReason;

const SYSTEM = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/** Whether the operating system left the file there. */
export const isSystemFile = (path: string): boolean => SYSTEM.test(path);

/** "PK" and the marks of a file, of an empty archive's end, or of one that was split. */
export function isZip(head: Uint8Array): boolean {
  const [p, k, a, b] = head;
  return (
    p === 0x50 &&
    k === 0x4b &&
    ((a === 3 && b === 4) || (a === 5 && b === 6) || (a === 7 && b === 8))
  );
}

/** Contents decide, never the name. */
export function judgeHead(head: Uint8Array): Verdict {
  if (isZip(head)) return 'zip';
  try {
    if (sniffFormat(head) !== 'dicom') return 'film';
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    if (error.code === 'empty-file') return 'empty';
    return error.code === 'unsupported-format' ? 'unsupported' : 'not-a-film';
  }
  const mediaClass = readMediaClass(head);
  if (mediaClass === DIRECTORY_CLASS) return 'directory';
  return mediaClass !== null && isWithoutPicture(mediaClass) ? 'dicom-without-film' : 'film';
}
