import type { FilmSource } from '../../platform/worker-bridge/protocol.ts';

export function demoSource(name: string): FilmSource {
  return { kind: 'demo', name };
}

/**
 * What the file dialog offers first; whatever else is chosen is judged by its contents. DICOM files
 * often have no extension, and then need "all files".
 */
export const OFFERED_TYPES = [
  '.dcm,.dicom,.png,.jpg,.jpeg,.webp,.bmp,.tif,.tiff',
  'application/dicom,image/png,image/jpeg,image/webp,image/bmp,image/tiff',
].join();

/** Pictures from the clipboard may have no name of their own. */
export function fileSources(files: Iterable<File>, unnamed: string): FilmSource[] {
  return Array.from(files, (file) => ({
    kind: 'file',
    name: file.name || unnamed,
    blob: file,
  }));
}
