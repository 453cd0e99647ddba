import type { Architecture, ArchitectureNode } from './architecture.ts';
import { ConvertError } from './convert-error.ts';
import type { Graph, GraphNode, Kernel } from './graph.ts';
import type { FloatTensor } from './safetensors.ts';

const mismatch = (what: string): ConvertError =>
  new ConvertError(
    'weights-mismatch',
    `Weights and architecture do not belong together: ${what}.`,
    'Export both again, from the same checkpoint.',
  );

function take(
  tensors: ReadonlyMap<string, FloatTensor>,
  name: string,
  shape: readonly (number | null)[],
): FloatTensor {
  const tensor = tensors.get(name);
  if (!tensor) throw mismatch(`"${name}" is missing`);
  const fits =
    tensor.shape.length === shape.length &&
    shape.every((side, axis) => side === null || side === tensor.shape[axis]);
  if (!fits) {
    const expected = shape.map((side) => side ?? 'any').join(', ');
    throw mismatch(`"${name}" is [${tensor.shape.join(', ')}], not [${expected}]`);
  }
  if (!tensor.data.every(Number.isFinite))
    throw mismatch(`"${name}" has values that are no numbers`);
  return tensor;
}

function scaleShift(
  node: Extract<ArchitectureNode, { op: 'batch_norm' }>,
  tensors: ReadonlyMap<string, FloatTensor>,
): GraphNode {
  const weight = take(tensors, node.weight, [null]);
  const channels = weight.data.length;
  const bias = take(tensors, node.bias, [channels]).data;
  const mean = take(tensors, node.mean, [channels]).data;
  const variance = take(tensors, node.variance, [channels]).data;
  const at = (data: Float32Array, channel: number) => data[channel] as number;
  const scale = Float64Array.from(
    weight.data,
    (w, channel) => w / Math.sqrt(at(variance, channel) + node.eps),
  );
  const shift = scale.map((s, channel) => at(bias, channel) - at(mean, channel) * s);
  return { op: 'scale_shift', name: node.name, inputs: node.inputs, scale, shift };
}

/** Joins operations and weights, and checks every shape. Throws ConvertError 'weights-mismatch'. */
export function buildGraph(
  architecture: Architecture,
  tensors: ReadonlyMap<string, FloatTensor>,
): Graph {
  /** Layers that share weights keep sharing one kernel. */
  const kernels = new Map<string, Kernel>();
  const kernelNamed = (name: string): Kernel => {
    const { shape, data } = take(tensors, name, [null, null, null, null]);
    const kernel = kernels.get(name) ?? { shape: shape as unknown as Kernel['shape'], data };
    kernels.set(name, kernel);
    return kernel;
  };

  const withWeights = (node: ArchitectureNode): GraphNode => {
    if (node.op === 'batch_norm') return scaleShift(node, tensors);
    if (node.op === 'conv2d') {
      const { op, name, inputs, stride, padding } = node;
      const kernel = kernelNamed(node.weight);
      const channels = kernel.shape[0];
      const bias =
        node.bias === null
          ? new Float64Array(channels)
          : Float64Array.from(take(tensors, node.bias, [channels]).data);
      return { op, name, inputs, kernel, bias, stride, padding, relu: false };
    }
    if (node.op === 'linear') {
      const { op, name, inputs } = node;
      const { shape, data } = take(tensors, node.weight, [null, null]);
      const [classes, features] = shape as unknown as [number, number];
      const bias = take(tensors, node.bias, [classes]).data;
      return { op, name, inputs, features, classes, weight: data, bias };
    }
    return node;
  };

  const { inputs, nodes, outputs } = architecture;
  return { inputs, nodes: nodes.map(withWeights), outputs };
}
