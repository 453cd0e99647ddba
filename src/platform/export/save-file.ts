/** Long enough for any browser to have begun the download. */
const KEPT_MS = 60_000;

/** Hands bytes to the browser's downloads under a name; nothing leaves the device. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
