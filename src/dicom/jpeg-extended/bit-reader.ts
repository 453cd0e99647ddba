import { corruptDicom } from '../dicom-error.ts';

export interface BitReader {
  /** The next bits, 0 to 16 of them, as an unsigned number. */
  read(count: number): number;
  /** Skips to behind the restart marker that must come now. */
  restart(): void;
}

const ENDS_EARLY = 'ends-early';

/** Reads the entropy-coded bytes of a scan from `at` (ITU-T T.81 F.2.2.5): 0xff 0x00 stands for 0xff. */
export function createBitReader(bytes: Uint8Array, at: number): BitReader {
  let next = at;
  let buffer = 0;
  let held = 0;

  function fill(): void {
    const byte = bytes[next];
    if (byte === undefined) throw corruptDicom(ENDS_EARLY);
    if (byte === 0xff) {
      if (bytes[next + 1] !== 0) throw corruptDicom(ENDS_EARLY);
      next++;
    }
    next++;
    buffer = ((buffer << 8) | byte) & 0xffffff;
    held += 8;
  }

  return {
    read(count) {
      while (held < count) fill();
      held -= count;
      return (buffer >>> held) & ((1 << count) - 1);
    },
    restart() {
      held = 0;
      const marker = bytes[next + 1] ?? 0;
      if (bytes[next] !== 0xff || marker < 0xd0 || marker > 0xd7) throw corruptDicom(ENDS_EARLY);
      next += 2;
    },
  };
}
