import type { Plugin } from 'vite';
import { META_POLICY } from '../../src/workers/offline/security-headers.ts';

/** Puts the Content-Security-Policy into index.html, for hosts that send no headers. */
export function contentPolicy(): Plugin {
  return {
    name: 'content-policy',
    // The development server puts its own inline scripts and styles into the page.
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
