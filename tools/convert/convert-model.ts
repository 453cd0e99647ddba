import { parseArchitecture } from './architecture.ts';
import { buildGraph } from './build-graph.ts';
import { emitGraph } from './emit-graph.ts';
import { foldBatchNorm } from './fold-batch-norm.ts';
import { fuseRelu, moveMapsPastRelu } from './fuse-relu.ts';
import type { Graph } from './graph.ts';
import { shapeProto } from './graph-def.ts';
import { inferShapes, type Shape } from './infer-shapes.ts';
import { type Precision, packWeights } from './pack-weights.ts';
import { readSafetensors } from './safetensors.ts';
import { shareEqualNodes } from './share-equal-nodes.ts';

/** tfjs's own converter cuts weights at 4 MiB, so that browsers load and cache them in parts. */
const SHARD_BYTES = 4 * 2 ** 20;

/** The GraphDef version in which explicit paddings and half-pixel centres are known (TF 2.x). */
const PRODUCER_VERSION = 1087;

export interface Export {
  /** The parsed architecture.json. */
  readonly architecture: unknown;
  /** The bytes of weights.safetensors. */
  readonly weights: Uint8Array;
  readonly precision: Precision;
  /** The fewest weights of a kernel that int8 is for, instead of SMALL_KERNEL. */
  readonly smallKernel?: number;
}

const PASSES = [shareEqualNodes, foldBatchNorm, moveMapsPastRelu, fuseRelu] as const;

function cut(bytes: Uint8Array): Map<string, Uint8Array> {
  const count = Math.max(1, Math.ceil(bytes.length / SHARD_BYTES));
  return new Map(
    Array.from({ length: count }, (_, i) => [
      `group1-shard${i + 1}of${count}.bin`,
      bytes.subarray(i * SHARD_BYTES, (i + 1) * SHARD_BYTES),
    ]),
  );
}

function tensorInfo(name: string, { height, width, channels, flat }: Shape) {
  const sides = flat ? [-1, channels] : [-1, height, width, channels];
  return { name: `${name}:0`, dtype: 'DT_FLOAT', tensorShape: shapeProto(sides) };
}

function signatureOf(graph: Graph) {
  const shapes = inferShapes(graph);
  const entry = (key: string, name: string) =>
    [key, tensorInfo(name, shapes.get(name) as Shape)] as const;
  return {
    inputs: Object.fromEntries(graph.inputs.map(({ name }) => entry(name, name))),
    outputs: Object.fromEntries(
      Object.entries(graph.outputs).map(([output, name]) => entry(output, name)),
    ),
  };
}

/**
 * Turns an export into the files of a tfjs graph model: model.json and its weight shards.
 * Throws ConvertError. The same export always gives the same bytes.
 */
export function convertModel(exported: Export): Map<string, Uint8Array> {
  const architecture = parseArchitecture(exported.architecture);
  const source = buildGraph(architecture, readSafetensors(exported.weights));
  inferShapes(source);
  const graph = PASSES.reduce((current, pass) => pass(current), source);
  const writer = emitGraph(graph);
  const { specs, bytes } = packWeights(writer.constants, exported.precision, exported.smallKernel);
  const shards = cut(bytes);
  const model = {
    format: 'graph-model',
    generatedBy: 'manet.export',
    convertedBy: 'tools/convert/main.ts',
    signature: signatureOf(graph),
    modelTopology: {
      node: writer.nodes,
      library: {},
      versions: { producer: PRODUCER_VERSION },
    },
    weightsManifest: [{ paths: [...shards.keys()], weights: specs }],
  };
  return new Map([['model.json', new TextEncoder().encode(JSON.stringify(model))], ...shards]);
}
