import * as library from 'dicom-parser';

/** The parts of dicom-parser that are used, with the types that its own lack. */
export interface ParserElement {
  readonly tag: string;
  /** Unknown in files without value representations, unless the parser was told. */
  readonly vr?: string;
  readonly length: number;
  readonly dataOffset: number;
  readonly hadUndefinedLength?: boolean;
  readonly items?: readonly { readonly dataOffset: number; readonly dataSet?: ParserDataSet }[];
}

export interface ParserDataSet {
  readonly byteArray: Uint8Array;
  readonly byteArrayParser: ByteArrayParser;
  readonly elements: { readonly [tag: string]: ParserElement };
  readonly warnings: string[];
  string(tag: string, index?: number): string | undefined;
}

export interface ByteArrayParser {
  readUint16(bytes: Uint8Array, position: number): number;
  readInt16(bytes: Uint8Array, position: number): number;
  readUint32(bytes: Uint8Array, position: number): number;
}

export interface ByteStream {
  position: number;
  readUint16(): number;
}

interface Parser {
  readonly littleEndianByteArrayParser: ByteArrayParser;
  readonly bigEndianByteArrayParser: ByteArrayParser;
  readonly ByteStream: new (
    parser: ByteArrayParser,
    bytes: Uint8Array,
    position?: number,
  ) => ByteStream;
  readonly DataSet: new (
    parser: ByteArrayParser,
    bytes: Uint8Array,
    elements: Record<string, ParserElement>,
  ) => ParserDataSet;
  parseDicomDataSetExplicit(
    dataSet: ParserDataSet,
    stream: ByteStream,
    maxPosition?: number,
    options?: { untilTag: string },
  ): void;
  parseDicomDataSetImplicit(
    dataSet: ParserDataSet,
    stream: ByteStream,
    maxPosition?: number,
    options?: { untilTag: string },
  ): void;
  readDicomElementExplicit(stream: ByteStream, warnings: string[]): ParserElement;
}

/** A CommonJS module: Node has it as `default`, bundlers either way. */
export const parser = (
  'default' in library ? (library as { default: unknown }).default : library
) as Parser;
