import { countReaders, type Graph, type GraphNode } from './graph.ts';
import { findNonNegative } from './non-negative.ts';

/**
 * relu(conv * map) = relu(conv) * map where map >= 0, so that the ReLU can be fused into the
 * convolution. The product keeps the ReLU's name, the ReLU takes the product's.
 */
export function moveMapsPastRelu(graph: Graph): Graph {
  const readers = countReaders(graph);
  const nonNegative = findNonNegative(graph);
  const byName = new Map(graph.nodes.map((node) => [node.name, node]));
  const changed = new Map<string, GraphNode>();
  for (const relu of graph.nodes) {
    if (relu.op !== 'relu') continue;
    const product = byName.get(relu.inputs[0]);
    if (product?.op !== 'mul' || readers.get(product.name) !== 1) continue;
    const [a, b] = product.inputs;
    const [conv, map] = byName.get(a)?.op === 'conv2d' ? [a, b] : [b, a];
    if (byName.get(conv)?.op !== 'conv2d' || !nonNegative.has(map)) continue;
    changed.set(product.name, { op: 'relu', name: product.name, inputs: [conv] });
    changed.set(relu.name, { op: 'mul', name: relu.name, inputs: [product.name, map] });
  }
  return { ...graph, nodes: graph.nodes.map((node) => changed.get(node.name) ?? node) };
}

/** Makes a ReLU part of the convolution before it where nothing else reads that convolution. */
export function fuseRelu(graph: Graph): Graph {
  const readers = countReaders(graph);
  const byName = new Map(graph.nodes.map((node) => [node.name, node]));
  const fused = new Set<string>();
  const nodes = graph.nodes.map((node) => {
    if (node.op !== 'relu') return node;
    const conv = byName.get(node.inputs[0]);
    if (conv?.op !== 'conv2d' || conv.relu || readers.get(conv.name) !== 1) return node;
    fused.add(conv.name);
    return { ...conv, name: node.name, relu: true };
  });
  return { ...graph, nodes: nodes.filter((node) => !fused.has(node.name)) };
}
