import type { ConvolutionNode, Kernel, LinearNode } from './graph.ts';
import { FLOAT, integer, integers, text, texts } from './graph-def.ts';
import type { GraphWriter } from './graph-writer.ts';

/** [out, in, height, width] -> [height, width, in, out] */
function toHwio({ shape, data }: Kernel): Float32Array {
  const [outs, ins, height, width] = shape;
  const hwio = new Float32Array(data.length);
  let from = 0;
  for (let o = 0; o < outs; o++) {
    for (let i = 0; i < ins; i++) {
      for (let at = 0; at < height * width; at++) {
        hwio[(at * ins + i) * outs + o] = data[from++] as number;
      }
    }
  }
  return hwio;
}

/** Writes kernels once however many convolutions share them. */
export function createConvolutionEmitter(writer: GraphWriter): (node: ConvolutionNode) => void {
  const written = new Map<Kernel, string>();

  function kernelOf({ name, kernel }: ConvolutionNode): string {
    const earlier = written.get(kernel);
    if (earlier !== undefined) return earlier;
    const [outs, ins, height, width] = kernel.shape;
    const kernelName = writer.floats(`${name}/kernel`, [height, width, ins, outs], toHwio(kernel));
    written.set(kernel, kernelName);
    return kernelName;
  }

  return (node) => {
    const { name, bias, stride, padding, relu } = node;
    const [padY, padX] = padding;
    const explicit = padY > 0 || padX > 0;
    const kernel = kernelOf(node);
    const biasName = writer.floats(`${name}/bias`, [bias.length], Float32Array.from(bias));
    writer.node('_FusedConv2D', name, [node.inputs[0], kernel, biasName], {
      num_args: integer(1),
      fused_ops: texts(relu ? ['BiasAdd', 'Relu'] : ['BiasAdd']),
      strides: integers([1, ...stride, 1]),
      padding: text(explicit ? 'EXPLICIT' : 'VALID'),
      explicit_paddings: integers(explicit ? [0, 0, padY, padY, padX, padX, 0, 0] : []),
      dilations: integers([1, 1, 1, 1]),
      data_format: text('NHWC'),
      epsilon: { f: 0 },
    });
  };
}

/** A dense layer; its kernel is [features, classes]. */
export function emitLinear(writer: GraphWriter, node: LinearNode): void {
  const { name, features, classes, weight, bias } = node;
  const transposed = new Float32Array(weight.length);
  for (let c = 0; c < classes; c++) {
    for (let f = 0; f < features; f++) {
      transposed[f * classes + c] = weight[c * features + f] as number;
    }
  }
  const kernelName = writer.floats(`${name}/kernel`, [features, classes], transposed);
  const biasName = writer.floats(`${name}/bias`, [classes], bias);
  writer.node('_FusedMatMul', name, [node.inputs[0], kernelName, biasName], {
    num_args: integer(1),
    fused_ops: texts(['BiasAdd']),
    transpose_a: { b: false },
    transpose_b: { b: false },
    epsilon: { f: 0 },
    T: FLOAT,
  });
}
