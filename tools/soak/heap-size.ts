/** What the JavaScript heap of a page or worker holds, in bytes. */
export interface HeapSize {
  /** Objects, closures, arrays, strings and the contents of ArrayBuffers. */
  readonly dataBytes: number;
  /** Bytecode, machine code and object shapes: V8 makes more of them as functions grow hot. */
  readonly codeBytes: number;
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (string | readonly string[])[];
    };
  };
  /** One number for each field of each node. */
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

const CODE: ReadonlySet<string> = new Set(['code', 'object shape']);

/** Counts neither the DOM nor what else the browser itself keeps, its log of slow frames for one. */
export function sizeOfHeap(heapSnapshot: string): HeapSize {
  const { snapshot, nodes, strings } = JSON.parse(heapSnapshot) as Snapshot;
  const fields = snapshot.meta.node_fields;
  const types = snapshot.meta.node_types[fields.indexOf('type')] as readonly string[];
  const [typeAt, nameAt, sizeAt] = ['type', 'name', 'self_size'].map((name) =>
    fields.indexOf(name),
  ) as [number, number, number];
  let dataBytes = 0;
  let codeBytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    const field = (at: number) => nodes[node + at] as number;
    const type = types[field(typeAt)] as string;
    if (CODE.has(type)) codeBytes += field(sizeAt);
    else if (type !== 'native' || strings[field(nameAt)] === 'system / JSArrayBufferData') {
      dataBytes += field(sizeAt);
    }
  }
  return { dataBytes, codeBytes };
}
