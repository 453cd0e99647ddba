import { corruptDicom } from './dicom-error.ts';

/** Refuses packed pixels that are shorter than their picture can get, before memory is taken for it. */
export function requireBytes(packed: Uint8Array, atLeast: number): void {
  if (packed.length < atLeast) throw corruptDicom('ends-early');
}
