import { createConvolutionEmitter, emitLinear } from './emit-convolution.ts';
import { emitPool, emitReduction } from './emit-pooling.ts';
import type { Graph, GraphNode, PlainNode } from './graph.ts';
import { INT32, integer, integers } from './graph-def.ts';
import { GraphWriter } from './graph-writer.ts';
import { inferShapes, type Shape } from './infer-shapes.ts';
import { findNonNegative } from './non-negative.ts';

function emitUpsample(
  writer: GraphWriter,
  node: Extract<PlainNode, { op: 'upsample' }>,
  { height, width }: Shape,
): void {
  const size = writer.ints(`${node.name}/size`, [2], [height, width]);
  writer.node('ResizeBilinear', node.name, [node.inputs[0], size], {
    align_corners: { b: false },
    half_pixel_centers: { b: true },
  });
}

function emitAffine(writer: GraphWriter, node: Extract<PlainNode, { op: 'affine' }>): void {
  const { name } = node;
  const scale = writer.floats(`${name}/scale`, [], Float32Array.of(node.scale));
  const shift = writer.floats(`${name}/shift`, [], Float32Array.of(node.shift));
  writer.node('AddV2', name, [writer.node('Mul', `${name}/mul`, [node.inputs[0], scale]), shift]);
}

function emitConcat(writer: GraphWriter, node: Extract<PlainNode, { op: 'concat' }>): void {
  const axis = writer.ints(`${node.name}/axis`, [], [3]);
  writer.node('ConcatV2', node.name, [...node.inputs, axis], {
    N: integer(node.inputs.length),
    Tidx: INT32,
  });
}

const ELEMENTWISE = {
  relu: 'Relu',
  sigmoid: 'Sigmoid',
  add: 'AddV2',
  mul: 'Mul',
  div: 'RealDiv',
} as const;

/** Writes a network whose batch normalisations are folded as a TensorFlow graph in NHWC. */
export function emitGraph(graph: Graph): GraphWriter {
  const shapes = inferShapes(graph);
  const nonNegative = findNonNegative(graph);
  const writer = new GraphWriter();
  const emitConvolution = createConvolutionEmitter(writer);

  function emit(node: GraphNode): void {
    switch (node.op) {
      case 'conv2d':
        emitConvolution(node);
        break;
      case 'linear':
        emitLinear(writer, node);
        break;
      case 'max_pool':
      case 'avg_pool':
        emitPool(writer, node, nonNegative, shapes);
        break;
      case 'global_avg_pool':
      case 'global_max_pool':
      case 'channel_mean':
      case 'channel_max':
        emitReduction(writer, node);
        break;
      case 'upsample':
        emitUpsample(writer, node, shapes.get(node.name) as Shape);
        break;
      case 'affine':
        emitAffine(writer, node);
        break;
      case 'concat':
        emitConcat(writer, node);
        break;
      case 'flatten':
        writer.node('Squeeze', node.name, node.inputs, { squeeze_dims: integers([1, 2]) });
        break;
      case 'scale_shift':
        throw new Error(`${node.name}: batch normalisation must be folded before emission`);
      default:
        writer.node(ELEMENTWISE[node.op], node.name, node.inputs);
    }
  }

  for (const { name, size } of graph.inputs) writer.placeholder(name, size);
  graph.nodes.forEach(emit);
  return writer;
}
