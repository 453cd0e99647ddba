/** A file of the app itself, as the build lists them in the service worker. */
export interface ShellFile {
  /** Below the app's folder. */
  readonly url: string;
  /** As in the integrity attribute: "sha256-" and base64. */
  readonly integrity: string;
}
