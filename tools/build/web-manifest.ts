import { SHARE_FIELD, SHARE_PATH } from '../../src/workers/offline/shared-films.ts';

/** Films by what systems know them as; whatever else is opened is judged by its contents. */
const FILMS = {
  'application/dicom': ['.dcm', '.dicom', '.ima'],
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/webp': ['.webp'],
  'image/bmp': ['.bmp'],
  'image/tiff': ['.tif', '.tiff'],
  'application/zip': ['.zip'],
} as const;

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: `./icons/${purpose}-${size}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/** https://www.w3.org/TR/appmanifest/ Every address is relative, so that any sub-path will do. */
export const WEB_MANIFEST = {
  id: './',
  name: 'MANet Reader',
  short_name: 'MANet',
  description:
    'Reads chest X-rays on this device, without network. For research and education only. Not a medical device.',
  lang: 'en',
  dir: 'ltr',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#080b0d',
  theme_color: '#0f1417',
  categories: ['medical', 'education'],
  icons: [
    { src: './favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    icon(192, 'any'),
    icon(512, 'any'),
    icon(512, 'maskable'),
  ],
  shortcuts: [
    { name: 'Read the demo film', url: './?start=demo', icons: [icon(192, 'any')] },
    { name: 'Check that it works offline', url: './?start=offline', icons: [icon(192, 'any')] },
  ],
  // Not focus-existing, under which Chromium drops films that other apps share with an open window
  // (github.com/WICG/web-app-launch/issues/62), nor navigate-existing, which drops those in its list.
  launch_handler: { client_mode: 'navigate-new' },
  file_handlers: [{ action: './', accept: FILMS }],
  share_target: {
    action: `./${SHARE_PATH}`,
    method: 'POST',
    enctype: 'multipart/form-data',
    params: {
      files: [
        {
          name: SHARE_FIELD,
          accept: Object.entries(FILMS).flatMap(([type, endings]) => [type, ...endings]),
        },
      ],
    },
  },
} as const;
