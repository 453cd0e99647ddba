/** Media Storage Directory Storage: a DICOMDIR (PS3.10 8.6). */
export const DIRECTORY_CLASS = '1.2.840.10008.1.3.10';

const STORAGE = '1.2.840.10008.5.1.4.1.1.';

/** Beginnings of the classes that hold no picture at all (PS3.4 table B.5-1). */
const WITHOUT_PICTURE = [
  '9.', // waveforms
  '11.', // presentation states
  '66.1', // registrations
  '66.3',
  '67', // real-world values
  '88.', // structured reports, key object selections
  '104.', // documents
  '481.3', // structures, plans and records of radiotherapy
  '481.4',
  '481.5',
  '481.6',
  '481.7',
  '481.8',
  '481.9',
].map((rest) => STORAGE + rest);

/** Whether files of this class are known to hold no film; of unknown classes only their pixels tell. */
export function isWithoutPicture(mediaClass: string): boolean {
  return WITHOUT_PICTURE.some((beginning) => mediaClass.startsWith(beginning));
}
