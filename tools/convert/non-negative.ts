import type { Graph } from './graph.ts';

/**
 * Names of the values that are never below zero, whatever the weights. The inputs are such:
 * a film in [0, 1] and a mask of 0 and 1.
 */
export function findNonNegative(graph: Graph): ReadonlySet<string> {
  const found = new Set(graph.inputs.map(({ name }) => name));
  for (const node of graph.nodes) {
    const inputsAre = node.inputs.every((input) => found.has(input));
    let is: boolean;
    switch (node.op) {
      case 'relu':
      case 'sigmoid':
        is = true;
        break;
      case 'conv2d':
        is = node.relu;
        break;
      case 'linear':
      case 'scale_shift':
        is = false;
        break;
      case 'affine':
        is = inputsAre && node.scale >= 0 && node.shift >= 0;
        break;
      default:
        // Pools, means, upsampling, sums, products and joins of values >= 0.
        is = inputsAre;
    }
    if (is) found.add(node.name);
  }
  return found;
}
