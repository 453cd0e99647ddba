/** A file of the app itself, as the build lists them in the service worker. */
export interface ShellFile {
  /** Below the app's folder. */
  readonly url: string;
  /** As in the integrity attribute: "sha256-" and base64. */
  readonly integrity: string;
}

/** The integrity attribute's value for these bytes, with SHA-256. */
export async function integrityOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}
