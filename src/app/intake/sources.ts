import type { FilmSource } from '../../platform/worker-bridge/protocol.ts';

export const DEMO: FilmSource = { kind: 'demo', name: 'Synthetic demo film' };

/** What the file dialog offers first; whatever else is chosen is judged by its contents. */
export const OFFERED_TYPES = '.png,.jpg,.jpeg,.webp,.bmp,image/png,image/jpeg,image/webp,image/bmp';

export function fileSources(files: Iterable<File>): FilmSource[] {
  return Array.from(files, (file) => ({
    kind: 'file',
    name: file.name || 'Pasted picture',
    blob: file,
  }));
}
