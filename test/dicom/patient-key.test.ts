import { expect, it } from 'vitest';
import { readCaseFacts } from '../../src/dicom/patient-key.ts';
import { filmFile, type WrittenElement } from './write-dicom.ts';

const SC = '1.2.840.10008.5.1.4.1.1.7';

it('tells patients apart by issuer and identifier, and never runs the two together', () => {
  const key = (issuer: string, id: string) =>
    readCaseFacts(filmFile(['00100020', 'LO', id], ['00100021', 'LO', issuer])).patientKey;
  expect(key('A', '1')).toBe(key('A', '1'));
  expect(new Set([key('A', '1'), key('B', '1'), key('A', '11'), key('A1', '1')]).size).toBe(4);
  expect(readCaseFacts(filmFile()).patientKey).toBeNull();
});

it('warns of burned-in text where the file says so, and where a capture is silent', () => {
  const facts = (...said: WrittenElement[]) => readCaseFacts(filmFile(...said)).burnedIn;
  expect(facts(['00280301', 'CS', 'YES'])).toBe('yes');
  expect(facts(['00280301', 'CS', 'NO'], ['00080016', 'UI', SC])).toBe('no');
  expect(facts(['00080016', 'UI', SC])).toBe('unknown');
  expect(facts(['00080016', 'UI', `${SC}.2`])).toBe('unknown');
  expect(facts()).toBe('no');
});
