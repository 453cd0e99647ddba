/** npm run icons: draws the icons of the installed app from public/favicon.svg, in a Chromium. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium } from '../chromium/find-chromium.ts';

const FOLDER = 'public/icons';
const SVG = readFileSync('public/favicon.svg', 'utf8');
/** The mark's own ground, which a maskable icon spreads to all edges. */
const GROUND = '#0f1417';
/** The mark within the circle that every mask leaves: 80 % of the side (W3C App Manifest). */
const MASKABLE_SHARE = 0.86;

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage();
mkdirSync(FOLDER, { recursive: true });

for (const [purpose, size] of [
  ['any', 192],
  ['any', 512],
  ['maskable', 512],
] as const) {
  const maskable = purpose === 'maskable';
  const markPx = Math.round(size * (maskable ? MASKABLE_SHARE : 1));
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0;height:${size}px;display:grid;place-items:center;background:${maskable ? GROUND : 'transparent'}">
      ${SVG.replace('<svg ', `<svg width="${markPx}" height="${markPx}" `)}`,
  );
  writeFileSync(
    `${FOLDER}/${purpose}-${size}.png`,
    await page.screenshot({ omitBackground: true }),
  );
}
await browser.close();
