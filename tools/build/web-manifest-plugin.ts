import type { Plugin } from 'vite';
import { WEB_MANIFEST } from './web-manifest.ts';

/** Writes the web app manifest, which makes the app installable, and links it. */
export function webManifest(): Plugin {
  const fileName = 'manifest.webmanifest';
  return {
    name: 'web-manifest',
    apply: 'build',
    generateBundle() {
      const source = JSON.stringify(WEB_MANIFEST);
      this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: `./${fileName}` }, injectTo: 'head' },
    ],
  };
}
