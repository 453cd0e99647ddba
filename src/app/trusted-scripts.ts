/** What of Trusted Types is used (https://w3c.github.io/trusted-types/). */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): unknown;
}

/**
 * The page's Content-Security-Policy lets script URLs pass only through here, and text as HTML or
 * script not at all. Import it before anything that starts a worker.
 */
const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy('default', {
  createScriptURL(url) {
    if (new URL(url, document.baseURI).origin === location.origin) return url;
    throw new TypeError(`${url} is not a script of this app`);
  },
});
