import { ConvertError } from './convert-error.ts';
import type { Graph, GraphNode } from './graph.ts';

/** Per film. */
export interface Shape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Without the axes of height and width, which are 1 then. */
  readonly flat: boolean;
}

type Pair = readonly [number, number];

const bad = (node: GraphNode, what: string): ConvertError =>
  new ConvertError(
    'not-convertible',
    `The sizes at "${node.name}" (${node.op}) do not fit: ${what}.`,
    'Export architecture and weights again, from the same model.',
  );

function slide(node: GraphNode, input: Shape, kernel: Pair, stride: Pair, padding: Pair) {
  const along = (side: number, axis: 0 | 1) =>
    Math.floor((side + 2 * padding[axis] - kernel[axis]) / stride[axis]) + 1;
  const [height, width] = [along(input.height, 0), along(input.width, 1)];
  if (height < 1 || width < 1) {
    throw bad(node, `a window of ${kernel} does not fit into ${input.height} x ${input.width}`);
  }
  return { height, width };
}

function broadcast(node: GraphNode, a: Shape, b: Shape): Shape {
  if (a.flat !== b.flat) throw bad(node, 'only one side is flattened');
  const along = (side: 'height' | 'width' | 'channels') => {
    if (a[side] !== b[side] && a[side] !== 1 && b[side] !== 1) {
      throw bad(node, `${side} ${a[side]} against ${b[side]}`);
    }
    return Math.max(a[side], b[side]);
  };
  return { ...a, height: along('height'), width: along('width'), channels: along('channels') };
}

function shapeOf(node: GraphNode, inputs: readonly Shape[]): Shape {
  const [x, y] = inputs as [Shape, Shape];
  switch (node.op) {
    case 'conv2d': {
      const [channels, expected, ...window] = node.kernel.shape;
      if (expected !== x.channels) throw bad(node, `${x.channels} channels for ${expected}`);
      return { ...x, ...slide(node, x, window, node.stride, node.padding), channels };
    }
    case 'max_pool':
    case 'avg_pool':
      return { ...x, ...slide(node, x, node.kernel, node.stride, node.padding) };
    case 'global_avg_pool':
    case 'global_max_pool':
      return { ...x, height: 1, width: 1 };
    case 'channel_mean':
    case 'channel_max':
      return { ...x, channels: 1 };
    case 'upsample':
      return { ...x, height: x.height * node.scale, width: x.width * node.scale };
    case 'add':
    case 'mul':
    case 'div':
      return broadcast(node, x, y);
    case 'concat':
      if (inputs.some(({ height, width }) => height !== x.height || width !== x.width)) {
        throw bad(node, 'the pictures to join differ in size');
      }
      return { ...x, channels: inputs.reduce((sum, { channels }) => sum + channels, 0) };
    case 'flatten':
      if (x.height !== 1 || x.width !== 1) throw bad(node, 'only 1 x 1 pictures can be flattened');
      return { ...x, flat: true };
    case 'linear':
      if (!x.flat || x.channels !== node.features) {
        throw bad(
          node,
          `${x.channels} ${x.flat ? 'values' : 'channels'} for ${node.features} values`,
        );
      }
      return { ...x, channels: node.classes };
    case 'scale_shift':
      if (x.channels !== node.scale.length) throw bad(node, `${x.channels} channels`);
      return x;
    default:
      return x;
  }
}

/** The shape of every input and node. Throws ConvertError where sizes do not fit. */
export function inferShapes(graph: Graph): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>(
    graph.inputs.map(({ name, size }) => [
      name,
      { height: size, width: size, channels: 1, flat: false },
    ]),
  );
  for (const node of graph.nodes) {
    const inputs = node.inputs.map((input) => shapes.get(input) as Shape);
    shapes.set(node.name, shapeOf(node, inputs));
  }
  return shapes;
}
