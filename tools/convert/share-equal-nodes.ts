import type { Graph, GraphNode } from './graph.ts';

const hasWeights = (node: GraphNode): boolean =>
  node.op === 'conv2d' || node.op === 'scale_shift' || node.op === 'linear';

/**
 * Makes nodes that compute the same from the same inputs one, so that branches with equal
 * geometry share one mask map; and drops nodes that no output needs.
 */
export function shareEqualNodes(graph: Graph): Graph {
  const replacement = new Map<string, string>();
  const firstByMeaning = new Map<string, string>();
  const nodes: GraphNode[] = [];
  const current = (name: string) => replacement.get(name) ?? name;
  for (const original of graph.nodes) {
    const node = { ...original, inputs: original.inputs.map(current) } as GraphNode;
    const meaning = hasWeights(node) ? node.name : JSON.stringify({ ...node, name: '' });
    const first = firstByMeaning.get(meaning);
    if (first !== undefined) {
      replacement.set(node.name, first);
      continue;
    }
    firstByMeaning.set(meaning, node.name);
    nodes.push(node);
  }
  const outputs = Object.fromEntries(
    Object.entries(graph.outputs).map(([output, source]) => [output, current(source)]),
  );
  return dropUnused({ ...graph, nodes, outputs });
}

function dropUnused(graph: Graph): Graph {
  const needed = new Set(Object.values(graph.outputs));
  for (const node of graph.nodes.toReversed()) {
    if (needed.has(node.name)) for (const input of node.inputs) needed.add(input);
  }
  return { ...graph, nodes: graph.nodes.filter((node) => needed.has(node.name)) };
}
