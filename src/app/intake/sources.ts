import type { FilmSource } from '../../platform/worker-bridge/protocol.ts';

export const DEMO: FilmSource = { kind: 'demo', name: 'Synthetic demo film' };

/**
 * What the file dialog offers first; whatever else is chosen is judged by its contents. DICOM files
 * often have no extension, and then need "all files".
 */
export const OFFERED_TYPES = [
  '.dcm,.dicom,.png,.jpg,.jpeg,.webp,.bmp,.tif,.tiff',
  'application/dicom,image/png,image/jpeg,image/webp,image/bmp,image/tiff',
].join();

export function fileSources(files: Iterable<File>): FilmSource[] {
  return Array.from(files, (file) => ({
    kind: 'file',
    name: file.name || 'Pasted picture',
    blob: file,
  }));
}
