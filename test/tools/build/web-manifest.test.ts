import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { OFFERED_TYPES } from '../../../src/app/features/intake/sources.ts';
import { WEB_MANIFEST } from '../../../tools/build/web-manifest.ts';

it('the manifest names icons that exist and have the sizes it says', () => {
  for (const { src, sizes, type } of WEB_MANIFEST.icons) {
    const path = `public/${src}`;
    expect(existsSync(path)).toBe(true);
    if (type !== 'image/png') continue;
    // Width and height of the IHDR chunk (PNG, 11.2.2).
    const bytes = readFileSync(path);
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
  }
});

it('every address in the manifest is relative, so that any sub-path will do', () => {
  const addresses = JSON.stringify(WEB_MANIFEST).matchAll(
    /"(?:id|src|url|action|scope|start_url)":"([^"]*)"/g,
  );
  const found = [...addresses].map(([, address]) => address);
  expect(found.length).toBeGreaterThan(8);
  for (const address of found) expect(address).toMatch(/^\.\//);
});

it('systems may open and share the same kinds of film that the file dialog offers', () => {
  const [{ accept }] = WEB_MANIFEST.file_handlers;
  const handled = Object.entries(accept).flatMap(([type, endings]) => [type, ...endings]);
  expect(handled).toEqual(expect.arrayContaining(OFFERED_TYPES.split(',')));
  expect(WEB_MANIFEST.share_target.params.files[0].accept).toEqual(handled);
});

it('a launch takes no films from a window that is open, and loses none', () => {
  expect(WEB_MANIFEST.launch_handler.client_mode).toBe('navigate-new');
});
