/** What a page of this app may load and run: its own files and nothing else. */
const CONTENT = [
  "default-src 'none'",
  // tfjs and the codecs compile WebAssembly; nothing may be evaluated from text.
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
];

/**
 * Scripts only from URLs that the default policy in src/app/trusted-scripts.ts lets pass. For the
 * document alone: the threads of tfjs's WebAssembly start further workers by plain strings.
 */
const TRUSTED_TYPES = ["require-trusted-types-for 'script'", 'trusted-types default'];

/** For a <meta> element, in which browsers ignore frame-ancestors. */
export const META_POLICY = [...CONTENT, ...TRUSTED_TYPES].join('; ');

/** For the header of every file. */
export const HEADER_POLICY = [...CONTENT, "frame-ancestors 'none'"].join('; ');

/** Headers without which a page gets no shared memory, and so no WASM threads. */
export const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
} as const;

/** What a host should send with every file, and what the service worker sends in any case. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  ...ISOLATION,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': HEADER_POLICY,
  'Referrer-Policy': 'no-referrer',
};
