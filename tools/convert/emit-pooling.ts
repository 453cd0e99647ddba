import { ConvertError } from './convert-error.ts';
import type { PlainNode } from './graph.ts';
import { FLOAT, INT32, integers, text } from './graph-def.ts';
import type { GraphWriter } from './graph-writer.ts';

type PoolNode = Extract<PlainNode, { op: 'max_pool' | 'avg_pool' }>;

/**
 * Pads with zeros, then pools without padding. tfjs's own average pooling divides by the pixels
 * inside the picture only, the mask maps count the padding; and graph models know no explicit
 * padding of pools, while "SAME" pads unevenly where the stride is 2. A zero never wins a maximum
 * over values >= 0, so a max pool of anything else is refused.
 */
export function emitPool(
  writer: GraphWriter,
  node: PoolNode,
  nonNegative: ReadonlySet<string>,
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
  writer.node(op === 'max_pool' ? 'MaxPool' : 'AvgPool', name, [input], {
    ksize: integers([1, ...kernel, 1]),
    strides: integers([1, ...stride, 1]),
    padding: text('VALID'),
    data_format: text('NHWC'),
  });
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
