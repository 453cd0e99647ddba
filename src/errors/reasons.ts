/**
 * Why a file is refused, or the app not kept, in English: parts of sentences, which the errors of
 * `src/dicom` and `src/platform` end or begin. The other languages' are in the catalogues, under the
 * same codes.
 */
export const REASONS = {
  'ends-early': 'it ends before the picture is complete',
  senseless: 'its contents do not make sense',
  'no-width-or-height': 'its header names a size of zero',
  'other-size': 'its picture has another size than its header says',
  'not-decoded': 'its decoder cannot read the pixels',
  'pixels-not-unpacked': 'its pixels cannot be unpacked',
  'palette-incomplete': 'its palette is incomplete',
  'colour-outside-palette': 'a pixel has a colour outside the palette',
  'bmp-bits': 'no BMP has {{bits}} bits per pixel',
  'jpeg-header-short': 'its frame header is too short',
  'jpeg-block-length': 'one of its blocks has an impossible length',
  'jpeg-two-headers': 'it has more than one frame header',
  'jpeg-too-many-scans': 'it has too many scans',
  'no-picture': 'it has no picture',
  'png-checksum': 'the checksum of its {{block}} block does not match',
  'png-no-header': 'it does not begin with a header',
  'png-unknown-block': 'it has an unknown critical block "{{block}}"',
  'png-header-length': 'its header has the wrong length',
  'png-colour-type': 'no PNG has colour type {{colourType}} with {{bits}} bits',
  'png-unknown-method': 'its header names an unknown compression, filter or interlace method',
  'png-row-filter': 'it names an unknown row filter {{filter}}',
  'webp-frame-header': 'its frame header is wrong',
  'webp-lossless-header': 'its lossless header is wrong',
  'webp-no-picture-first': 'it does not begin with a picture',
  'tiff-directory-too-long': 'its directory is too long',
  'tiff-pieces-without-size': 'its pieces have no size',
  'tiff-pieces-overlap': 'its pieces overlap',
  'tiff-too-few-pieces': 'it has too few pieces',

  gif: 'A GIF file',
  'big-tiff': 'A BigTIFF file',
  'jpeg-2000': 'A JPEG 2000 file',
  'jpeg-xl': 'A JPEG XL file',
  avif: 'An AVIF file',
  heic: 'A HEIC file',
  pdf: 'A PDF document',
  photoshop: 'A Photoshop file',
  'animated-webp': 'An animated WebP file',
  'compressed-bmp': 'A compressed BMP file',
  'lossless-jpeg': 'A lossless JPEG file',
  'jpeg-ls': 'A JPEG-LS file',
  'arithmetic-jpeg': 'An arithmetic-coded JPEG file',
  'hierarchical-jpeg': 'A hierarchical JPEG file',
  'jpeg-bits': 'A {{bits}}-bit JPEG file',
  'cmyk-jpeg': 'A CMYK JPEG file',
  'jpeg-components': 'A JPEG file of {{components}} colour components',
  'tiff-bits': 'A TIFF file of {{bits}} bits',
  'tiff-numbers': 'A TIFF file of negative or fractional numbers',
  'tiff-colours': 'A TIFF file in colours other than RGB',
  'tiff-samples': 'A TIFF file of {{samples}} samples of {{bits}} bits',
  'tiff-compression': 'A TIFF file in compression {{compression}}',
  'tiff-bits-reversed': 'A TIFF file with its bits reversed',
  'tiff-predictor': 'A TIFF file with this predictor',

  'header-without-end': 'its header has no end',
  'elements-senseless': 'its elements do not make sense',
  'not-unpacked': 'it cannot be unpacked',
  'no-photometric': 'it does not say whether low values are black or white',
  'no-size': 'it does not say how large its picture is',
  'no-bits': 'it does not say how many bits its pixels have',
  'impossible-bits': 'its pixels cannot have {{stored}} of {{allocated}} bits',
  'impossible-samples': 'a pixel in {{photometric}} cannot have {{samples}} samples',
  'negative-colours': 'its colours have negative values',
  'pixels-without-length': 'its pixels have no length',
  'fewer-pixels': 'it has fewer pixels than its header says',
  'not-packed': 'its pixels are not packed as it says',
  'packed-senseless': 'its packed pixels do not make sense',
  'packed-no-jpeg': 'its packed pixels are no JPEG',
  'packed-no-jpeg-2000': 'its packed pixels are no JPEG 2000',
  'packed-other-depth': 'its packed pixels have another depth than its header says',
  'packed-without-tables': 'its packed pixels lack their tables',
  'packed-impossible-code': 'its packed pixels have an impossible code',
  'table-incomplete': 'a lookup table is incomplete',
  'table-bits': 'a lookup table cannot have {{bits}} bits',
  'table-ends-early': 'a lookup table ends early',
  'impossible-scale': 'its greys cannot be scaled by {{slope}} and {{intercept}}',

  'dicom-bits': 'A film of {{bits}} bits a pixel',
  'dicom-one-bit': 'A film of 1 bit a pixel',
  'dicom-colours': 'A film in the colours "{{colours}}"',
  'dicom-components': 'A film of {{components}} colours',
  'dicom-floats': 'A film of floating-point numbers',
  'dicom-video': 'A DICOM video',
  'dicom-arithmetic-jpeg': 'DICOM with pixels in arithmetic JPEG',
  'dicom-retired-jpeg': 'DICOM with pixels in progressive JPEG of a retired kind',
  'dicom-multi-component': 'DICOM with pixels in multi-component JPEG 2000',
  'dicom-jpeg-xl': 'DICOM with pixels in JPEG XL',
  'dicom-transfer-syntax': 'DICOM with the transfer syntax "{{uid}}"',
  'segmented-palette': 'A film with a segmented palette',
  'lossless-jpeg-colour': 'A colour film in lossless JPEG of more than 8 bits',
  'lossless-jpeg-scans': 'A lossless JPEG in several scans or of fewer bits',
  'extended-jpeg-kind': 'A progressive or colour JPEG of 12 bits',

  'dicom-index': 'it is an index of other files',
  'dicom-document': 'it is a document',
  'dicom-no-pixels': 'it has no pixels',

  'dicom-unpacks':
    'The DICOM file unpacks to over {{megabytes}} MB, or to hundreds of times its size',
  'zip-entry-unpacks': 'The file in the ZIP archive unpacks to over {{megabytes}} MB',

  'zip-directory-missing': 'its directory is missing',
  'zip-directory-outside': 'its directory lies outside',
  'zip-directory-senseless': 'its directory does not make sense',
  'zip-directory-incomplete': 'its directory is incomplete',
  'zip-size-missing': 'a size is missing',
  'zip-two-sizes': 'a file in it has two sizes',
  'zip-file-without-header': 'a file in it has no header',
  'zip-file-ends-early': 'a file in it ends early',
  'zip-file-not-unpacked': 'a file in it cannot be unpacked',
  'zip-file-larger': 'a file in it is larger than it says',
  'zip-file-outside': 'a file in it lies outside',
  'zip-file-checksum': 'the checksum of a file in it does not match',
  'zip-file-ratio': 'a file in it unpacks to hundreds of times its size',
  'zip-overlap': 'its files overlap, as only traps do',
  'zip-too-many-files': 'it claims over {{files}} files',
  'zip-total': 'it claims to unpack to over {{gigabytes}} GB',

  'app-no-service-worker': 'this browser, or its private window, keeps no apps',
  'app-insecure-page': 'browsers keep only apps that come by https:// or from localhost',
  'app-files-missing': 'not all of its files arrived as they were built',
} as const;

export type ReasonCode = keyof typeof REASONS;

/** The names between double braces. */
type Blanks<Words> = Words extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Blanks<Rest>
  : never;

/** A code, with what fills the blanks of its words where they have some: figures, or names of a format. */
export type Reason = {
  [C in ReasonCode]: [Blanks<(typeof REASONS)[C]>] extends [never]
    ? C
    : {
        readonly code: C;
        readonly params: Readonly<Record<Blanks<(typeof REASONS)[C]>, number | string>>;
      };
}[ReasonCode];

/** A reason in English, for logs and the command line, with what a decoder said of it in parentheses. */
export function tellReason(reason: Reason, detail?: string): string {
  if (detail) return `${tellReason(reason)} (${detail})`;
  if (typeof reason === 'string') return REASONS[reason];
  const params: Readonly<Record<string, number | string>> = reason.params;
  return REASONS[reason.code].replace(/\{\{(\w+)\}\}/g, (_, name) => `${params[name]}`);
}
