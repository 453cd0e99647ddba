/** A page that is not isolated after that has tried in vain: some browsers cannot isolate it. */
const MEMORY_KEY = 'manet-reloaded-for-isolation';

/**
 * From a host that does not send the headers for isolation, a first visit comes without WASM threads.
 * The service worker adds them, so one reload through it brings the threads. Returns whether the page
 * reloads; `busy` pages are left alone, and have their threads the next time.
 */
export function isolateByReload(busy: boolean): boolean {
  try {
    if (crossOriginIsolated) {
      sessionStorage.removeItem(MEMORY_KEY);
      return false;
    }
    if (busy || sessionStorage.getItem(MEMORY_KEY)) return false;
    sessionStorage.setItem(MEMORY_KEY, '1');
  } catch {
    // A browser that remembers nothing would be reloaded without end.
    return false;
  }
  location.reload();
  return true;
}
