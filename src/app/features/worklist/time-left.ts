/** Time left in whole minutes, or in seconds below one; null where nothing was measured yet. */
export function timeLeft(
  left: number,
  msPerFilm: number | null,
): { readonly unit: 'minutes' | 'seconds'; readonly count: number } | null {
  if (msPerFilm === null) return null;
  const seconds = (left * msPerFilm) / 1000;
  if (seconds >= 60) return { unit: 'minutes', count: Math.round(seconds / 60) };
  // In steps of five, so that it does not flicker.
  return { unit: 'seconds', count: Math.max(5, Math.round(seconds / 5) * 5) };
}
