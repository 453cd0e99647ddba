import { ConvertError } from './convert-error.ts';
import type { PlainNode } from './graph.ts';
import { FLOAT, INT32, integers, text } from './graph-def.ts';
import type { GraphWriter } from './graph-writer.ts';
import type { Shape } from './infer-shapes.ts';

type PoolNode = Extract<PlainNode, { op: 'max_pool' | 'avg_pool' }>;

/** Of every window along one axis: how many of its pixels lie inside the picture. */
function seenAlong(side: number, kernel: number, stride: number, padding: number): number[] {
  const windows = Math.floor((side + 2 * padding - kernel) / stride) + 1;
  return Array.from({ length: windows }, (_, i) => {
    const start = i * stride - padding;
    return Math.min(side, start + kernel) - Math.max(0, start);
  });
}

/** Multiplies means that counted the padding so that they are means of the picture's own pixels. */
function leavePaddingOut(
  writer: GraphWriter,
  { name, kernel, stride, padding }: PoolNode,
  { height, width }: Shape,
  counted: string,
): void {
  const rows = seenAlong(height, kernel[0], stride[0], padding[0]);
  const columns = seenAlong(width, kernel[1], stride[1], padding[1]);
  const area = kernel[0] * kernel[1];
  const factors = rows.flatMap((row) => columns.map((column) => area / (row * column)));
  // Of one axis, so that it is stored exactly whatever the precision of the kernels.
  const flat = writer.floats(`${name}/factors`, [factors.length], Float32Array.from(factors));
  const sides = writer.ints(`${name}/sides`, [4], [1, rows.length, columns.length, 1]);
  const square = writer.node('Reshape', `${name}/square`, [flat, sides], { Tshape: INT32 });
  writer.node('Mul', name, [counted, square]);
}

/**
 * Pads with zeros, then pools without padding: graph models know no explicit padding of pools, and
 * "SAME" pads unevenly where the stride is 2. An average that does not count the padding is put
 * right afterwards. A zero never wins a maximum over values >= 0, so a max pool of anything else is
 * refused.
 */
export function emitPool(
  writer: GraphWriter,
  node: PoolNode,
  nonNegative: ReadonlySet<string>,
  shapes: ReadonlyMap<string, Shape>,
): void {
  const { op, name, kernel, stride, padding } = node;
  const [padY, padX] = padding;
  let input = node.inputs[0];
  if (padY > 0 || padX > 0) {
    if (op === 'max_pool' && !nonNegative.has(input)) {
      throw new ConvertError(
        'not-convertible',
        `The max pool "${name}" pads values that may be below zero.`,
        'Put a ReLU before it, or pool without padding.',
      );
    }
    const paddings = writer.ints(`${name}/paddings`, [4, 2], [0, 0, padY, padY, padX, padX, 0, 0]);
    input = writer.node('Pad', `${name}/pad`, [input, paddings], { Tpaddings: INT32 });
  }
  const putRight = op === 'avg_pool' && node.count_padding === false && padY + padX > 0;
  const pooled = putRight ? `${name}/counted` : name;
  writer.node(op === 'max_pool' ? 'MaxPool' : 'AvgPool', pooled, [input], {
    ksize: integers([1, ...kernel, 1]),
    strides: integers([1, ...stride, 1]),
    padding: text('VALID'),
    data_format: text('NHWC'),
  });
  if (putRight) leavePaddingOut(writer, node, shapes.get(node.inputs[0]) as Shape, pooled);
}

const REDUCTIONS = {
  global_avg_pool: { op: 'Mean', axes: [1, 2] },
  global_max_pool: { op: 'Max', axes: [1, 2] },
  channel_mean: { op: 'Mean', axes: [3] },
  channel_max: { op: 'Max', axes: [3] },
} as const;

type ReductionNode = Extract<PlainNode, { op: keyof typeof REDUCTIONS }>;

/** Mean or maximum over height and width, or over channels; the axes stay, with size 1. */
export function emitReduction(writer: GraphWriter, node: ReductionNode): void {
  const { op, axes } = REDUCTIONS[node.op];
  const axesName = writer.ints(`${node.name}/axes`, [axes.length], axes);
  writer.node(op, node.name, [node.inputs[0], axesName], {
    keep_dims: { b: true },
    Tidx: INT32,
    T: FLOAT,
  });
}
