import {
  type AttrValue,
  type DataType,
  FLOAT,
  INT32,
  type NodeDef,
  shapeProto,
} from './graph-def.ts';

/** A constant's values, in the order in which they go into the weight files. */
export interface Constant {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

/** Collects the nodes and constants of a GraphDef. Each method returns the name it wrote. */
export class GraphWriter {
  readonly nodes: NodeDef[] = [];
  readonly constants: Constant[] = [];

  placeholder(name: string, size: number): string {
    const shape = shapeProto([-1, size, size, 1]);
    this.nodes.push({ name, op: 'Placeholder', attr: { dtype: FLOAT, shape: { shape } } });
    return name;
  }

  node(
    op: string,
    name: string,
    input: readonly string[],
    attr: Readonly<Record<string, AttrValue>> = {},
  ): string {
    this.nodes.push({ name, op, input, attr: { T: FLOAT, ...attr } });
    return name;
  }

  floats(name: string, shape: readonly number[], values: Float32Array): string {
    return this.#constant(name, shape, values, 'DT_FLOAT');
  }

  ints(name: string, shape: readonly number[], values: readonly number[]): string {
    return this.#constant(name, shape, Int32Array.from(values), 'DT_INT32');
  }

  #constant(
    name: string,
    shape: readonly number[],
    values: Constant['values'],
    dtype: DataType,
  ): string {
    const tensor = { dtype, tensorShape: shapeProto(shape) };
    const attr = { dtype: dtype === 'DT_FLOAT' ? FLOAT : INT32, value: { tensor } };
    this.nodes.push({ name, op: 'Const', attr });
    this.constants.push({ name, shape, values });
    return name;
  }
}
