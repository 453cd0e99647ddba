export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the size of every piece that arrives. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/** Where model files come from: a server in the browser, a folder under Node. */
export interface ModelSource {
  /** The bytes of a file such as "resunet/model.json". Rejects where it cannot be had, or on abort. */
  readFile(path: string, options: ReadOptions): Promise<Uint8Array<ArrayBuffer>>;
}
