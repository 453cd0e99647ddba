import { expect, it } from 'vitest';
import { whyUnkept } from '../../../../src/app/features/session/why-unkept.ts';

it.each([
  ['a full disk', new DOMException('', 'QuotaExceededError'), 'no-room'],
  ['a closed database', new DOMException('', 'InvalidStateError'), 'storage-gone'],
  ['a file that cannot be read', new DOMException('', 'NotReadableError'), 'failed'],
  ['a DICOM file that cannot be de-identified', new TypeError('no such tag'), 'failed'],
])('tells %s', (_what, error, reason) => {
  expect(whyUnkept(error)).toBe(reason);
});
