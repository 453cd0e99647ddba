import {
  concatTransformationMatrix,
  drawObject,
  type PDFDocument,
  type PDFPage,
  type PDFRef,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';
import type { RgbImage } from '../../../imaging/pictures/rgb-image.ts';

interface Box {
  /** From the left of the page, in points. */
  readonly x: number;
  /** From the bottom of the page, as PDF counts. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels as an image of the document, packed without loss (ISO 32000-1, 8.9.5). */
function embed(
  doc: PDFDocument,
  { width, height }: { readonly width: number; readonly height: number },
  bytes: Uint8Array,
  more: { readonly ColorSpace: string; readonly SMask?: PDFRef },
): PDFRef {
  const stream = doc.context.flateStream(bytes, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ...more,
  });
  return doc.context.register(stream);
}

function place(page: PDFPage, image: PDFRef, { x, y, width, height }: Box): void {
  const name = page.node.newXObject('Image', image);
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(width, 0, 0, height, x, y),
    drawObject(name),
    popGraphicsState(),
  );
}

export function drawPicture(page: PDFPage, image: RgbImage, box: Box): void {
  place(page, embed(page.doc, image, image.rgb, { ColorSpace: 'DeviceRGB' }), box);
}

/** Lays one grey over the box, as thick as `cover` (0 to 255, row by row) says: a soft mask. */
export function drawInk(
  page: PDFPage,
  cover: { readonly width: number; readonly height: number; readonly data: Uint8Array },
  ink: number,
  box: Box,
): void {
  const mask = embed(page.doc, cover, cover.data, { ColorSpace: 'DeviceGray' });
  const one = { width: 1, height: 1 };
  const more = { ColorSpace: 'DeviceGray', SMask: mask };
  place(page, embed(page.doc, one, Uint8Array.of(ink), more), box);
}
