import type { FilmSource } from '../../../platform/intake/film-source.ts';
import type { BroughtFile } from '../../../platform/intake/plain-file.ts';

export function demoSource(name: string): FilmSource {
  return { kind: 'demo', name };
}

/**
 * What the file dialog offers first; whatever else is chosen is judged by its contents. DICOM files
 * often have no extension, and then need "all files".
 */
export const OFFERED_TYPES = [
  '.dcm,.dicom,.png,.jpg,.jpeg,.webp,.bmp,.tif,.tiff,.zip',
  'application/dicom,image/png,image/jpeg,image/webp,image/bmp,image/tiff,application/zip',
].join();

/**
 * Files as the browser hands them over: dropped or chosen folders come as their files, with paths.
 * Pictures from the clipboard may have no name of their own.
 */
export function broughtFiles(
  files: Iterable<File & { readonly relativePath?: string }>,
  unnamed: string,
): BroughtFile[] {
  return Array.from(files, (file) => ({
    file,
    path: file.name ? file.relativePath || file.webkitRelativePath || file.name : unnamed,
  }));
}
