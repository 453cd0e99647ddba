import type { ModelSource, ReadOptions } from './model-source.ts';

/** A file's JSON, or null where it is none: that is as wrong as the wrong JSON, and parsers say so. */
export async function readJson(
  source: ModelSource,
  path: string,
  options: Pick<ReadOptions, 'signal'>,
): Promise<unknown> {
  const bytes = await source.readFile(path, options);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
