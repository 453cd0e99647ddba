/**
 * The LINEAR VOI LUT function, DICOM PS3.3 C.11.2.1.2.1: a grey -> 0 to 1. `width` is at least 1; of 1
 * it is a threshold.
 */
export function voiLinear(centre: number, width: number): (grey: number) => number {
  const low = centre - 0.5 - (width - 1) / 2;
  const high = centre - 0.5 + (width - 1) / 2;
  return (x) => {
    if (x <= low) return 0;
    if (x > high) return 1;
    return (x - (centre - 0.5)) / (width - 1) + 0.5;
  };
}
