import type { ArchitectureNode } from './architecture.ts';

type Pair = readonly [number, number];

/** Convolution weights in PyTorch's layout [out, in, height, width]. */
export interface Kernel {
  readonly shape: readonly [number, number, number, number];
  readonly data: Float32Array | Float64Array;
}

export interface ConvolutionNode {
  readonly op: 'conv2d';
  readonly name: string;
  readonly inputs: readonly [string];
  readonly kernel: Kernel;
  /** One per output channel. */
  readonly bias: Float64Array;
  /** [y, x] */
  readonly stride: Pair;
  /** Zeros on both sides, [y, x]. */
  readonly padding: Pair;
  readonly relu: boolean;
}

/** Batch normalisation in evaluation mode: x * scale + shift per channel. */
export interface ScaleShiftNode {
  readonly op: 'scale_shift';
  readonly name: string;
  readonly inputs: readonly [string];
  readonly scale: Float64Array;
  readonly shift: Float64Array;
}

export interface LinearNode {
  readonly op: 'linear';
  readonly name: string;
  readonly inputs: readonly [string];
  readonly features: number;
  readonly classes: number;
  /** [classes, features] */
  readonly weight: Float32Array;
  readonly bias: Float32Array;
}

/** Operations without weights, as they stand in architecture.json. */
export type PlainNode = Exclude<ArchitectureNode, { op: 'conv2d' | 'batch_norm' | 'linear' }>;

export type GraphNode = ConvolutionNode | ScaleShiftNode | LinearNode | PlainNode;

/** A network with its weights; nodes in topological order. */
export interface Graph {
  readonly inputs: readonly { readonly name: string; readonly size: number }[];
  readonly nodes: readonly GraphNode[];
  /** Output name -> node name. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** How many nodes and outputs read each value. */
export function countReaders(graph: Graph): Map<string, number> {
  const readers = new Map<string, number>();
  const read = (name: string) => readers.set(name, (readers.get(name) ?? 0) + 1);
  for (const node of graph.nodes) node.inputs.forEach(read);
  Object.values(graph.outputs).forEach(read);
  return readers;
}
