import { ModelError } from './model-error.ts';
import type { ModelSource, ReadOptions } from './model-source.ts';

const failed = (path: string, why: string, cause?: unknown): ModelError =>
  new ModelError(
    'download-failed',
    `The model file ${path} could not be downloaded: ${why}.`,
    'Check the connection and try again.',
    { cause },
  );

async function drain(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onBytes: ReadOptions['onBytes'],
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    onBytes?.(value.byteLength);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Model files below a URL that ends in "/". */
export function fetchSource(base: string | URL): ModelSource {
  return {
    async readFile(path, { signal, onBytes }) {
      try {
        const response = await fetch(new URL(path, base), { signal: signal ?? null });
        if (!response.ok) throw failed(path, `the server answered ${response.status}`);
        if (!response.body) throw failed(path, 'the answer is empty');
        return await drain(response.body, onBytes);
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof ModelError) throw error;
        throw failed(path, error instanceof Error ? error.message : String(error), error);
      }
    },
  };
}
