/** The JSON form of TensorFlow's GraphDef, as far as graph models need it. 64-bit integers are strings. */
export interface TensorShapeProto {
  readonly dim: readonly { readonly size: string }[];
}

export type DataType = 'DT_FLOAT' | 'DT_INT32';

export type AttrValue =
  /** base64 */
  | { readonly s: string }
  | { readonly i: string }
  | { readonly f: number }
  | { readonly b: boolean }
  | { readonly type: DataType }
  | { readonly shape: TensorShapeProto }
  | { readonly list: { readonly i: readonly string[] } | { readonly s: readonly string[] } }
  | { readonly tensor: { readonly dtype: DataType; readonly tensorShape: TensorShapeProto } };

export interface NodeDef {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr: Readonly<Record<string, AttrValue>>;
}

export const shapeProto = (sides: readonly number[]): TensorShapeProto => ({
  dim: sides.map((side) => ({ size: String(side) })),
});

const base64 = (text: string): string => Buffer.from(text, 'ascii').toString('base64');

export const text = (value: string): AttrValue => ({ s: base64(value) });
export const texts = (values: readonly string[]): AttrValue => ({
  list: { s: values.map(base64) },
});
export const integer = (value: number): AttrValue => ({ i: String(value) });
export const integers = (values: readonly number[]): AttrValue => ({
  list: { i: values.map(String) },
});
export const FLOAT: AttrValue = { type: 'DT_FLOAT' };
export const INT32: AttrValue = { type: 'DT_INT32' };
