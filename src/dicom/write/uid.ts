/** A UUID as a unique identifier below the root 2.25, which needs no registration (PS3.5 B.2). */
export function uidFromUuid(uuid: string): string {
  const digits = uuid.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(digits)) throw new RangeError(`"${uuid}" is no UUID`);
  return `2.25.${BigInt(`0x${digits}`)}`;
}
