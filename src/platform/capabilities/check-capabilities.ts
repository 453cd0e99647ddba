/** Without these nothing can be read. */
export type Needed = 'workers' | 'webassembly' | 'hashing';

/** Without these it reads films, and something else is worse. */
export type Wanted = 'simd' | 'offline';

export interface Capabilities {
  readonly missing: readonly Needed[];
  readonly lacking: readonly Wanted[];
}

/** What is looked at of a page's globals. */
export interface Platform {
  readonly Worker?: unknown;
  readonly WebAssembly?: Pick<typeof WebAssembly, 'validate'> | undefined;
  readonly crypto?: { readonly subtle?: unknown } | undefined;
  readonly caches?: unknown;
}

/**
 * A module whose one function splats an i32 over a v128 and drops it: valid only where the fixed-width
 * SIMD of WebAssembly is known (https://webassembly.github.io/spec/core/appendix/changes.html).
 */
const SIMD_MODULE = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 4, 1, 0x60, 0, 0],
  ...[3, 2, 1, 0],
  ...[10, 9, 1, 7, 0, 0x41, 0, 0xfd, 0x11, 0x1a, 0x0b],
);

/** Access to a global may throw where a browser forbids it, as with cookies switched off. */
function has(platform: Platform, name: keyof Platform): boolean {
  try {
    return platform[name] !== undefined && platform[name] !== null;
  } catch {
    return false;
  }
}

/** What this browser cannot do of what the app is made of; the worklist says whether films are kept. */
export function checkCapabilities(platform: Platform): Capabilities {
  const missing: Needed[] = [];
  const lacking: Wanted[] = [];
  if (!has(platform, 'Worker')) missing.push('workers');
  if (!has(platform, 'WebAssembly')) missing.push('webassembly');
  else if (!platform.WebAssembly?.validate(SIMD_MODULE)) lacking.push('simd');
  // Pages that come by plain http have none, and could not tell whether a network is the right one.
  if (!has(platform, 'crypto') || !platform.crypto?.subtle) missing.push('hashing');
  if (!has(platform, 'caches')) lacking.push('offline');
  return { missing, lacking };
}
