/** An Emscripten module factory of @jsquash, with the options that its types leave out. */
export type CodecFactory<Codec> = (options: {
  noInitialRun: boolean;
  print: (line: string) => void;
  printErr: (line: string) => void;
  instantiateWasm: (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ) => WebAssembly.Exports;
}) => Promise<Codec>;

/**
 * A fresh instance of a compiled codec, and the lines it prints. One per file: an instance that
 * failed leaks what it held, and WASM memory never shrinks.
 */
export async function openCodec<Codec>(
  factory: CodecFactory<Codec>,
  module: WebAssembly.Module,
): Promise<{ codec: Codec; printed: readonly string[] }> {
  const printed: string[] = [];
  const print = (line: string) => {
    printed.push(line);
  };
  const codec = await factory({
    noInitialRun: true,
    print,
    printErr: print,
    instantiateWasm: (imports, done) => {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
  });
  return { codec, printed };
}
