import { ConvertError } from './convert-error.ts';
import { type ConvolutionNode, countReaders, type Graph, type ScaleShiftNode } from './graph.ts';

/** scale * (W x + b) + shift = (scale W) x + (scale b + shift), in double precision. */
function foldInto(conv: ConvolutionNode, { name, scale, shift }: ScaleShiftNode): ConvolutionNode {
  const perChannel = conv.kernel.data.length / scale.length;
  const data = Float64Array.from(
    conv.kernel.data,
    (weight, i) => weight * (scale[Math.floor(i / perChannel)] as number),
  );
  const bias = conv.bias.map((b, c) => b * (scale[c] as number) + (shift[c] as number));
  return { ...conv, name, kernel: { shape: conv.kernel.shape, data }, bias };
}

/** Folds every batch normalisation into the convolution before it, which nothing else may read. */
export function foldBatchNorm(graph: Graph): Graph {
  const readers = countReaders(graph);
  const convolutions = new Map(
    graph.nodes.filter((node) => node.op === 'conv2d').map((node) => [node.name, node]),
  );
  const folded = new Set<string>();
  const nodes = graph.nodes.map((node) => {
    if (node.op !== 'scale_shift') return node;
    const conv = convolutions.get(node.inputs[0]);
    if (!conv || readers.get(conv.name) !== 1 || conv.bias.length !== node.scale.length) {
      throw new ConvertError(
        'not-convertible',
        `The batch normalisation "${node.name}" does not follow a convolution of its own.`,
        'The converter knows convolution -> batch normalisation only; change the model.',
      );
    }
    folded.add(conv.name);
    return foldInto(conv, node);
  });
  return { ...graph, nodes: nodes.filter((node) => !folded.has(node.name)) };
}
