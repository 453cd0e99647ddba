/** First byte of a partial answer by its Content-Range (RFC 9110, 14.4), or null where it has none. */
export function rangeStart(header: string | null): number | null {
  const start = /^bytes (\d+)-\d+\/(?:\d+|\*)$/.exec(header ?? '')?.[1];
  return start === undefined ? null : Number(start);
}
