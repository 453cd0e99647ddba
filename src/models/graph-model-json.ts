import { z } from 'zod';
import { ModelError } from './model-error.ts';

const tensorInfo = z.looseObject({ name: z.string() });

const weightSpec = z.looseObject({
  name: z.string(),
  shape: z.array(z.int().nonnegative()),
  dtype: z.enum(['float32', 'int32']),
  quantization: z
    .looseObject({ dtype: z.enum(['float16', 'int8']), original_dtype: z.literal('float32') })
    .optional(),
});

const schema = z.looseObject({
  format: z.literal('graph-model'),
  signature: z.object({
    inputs: z.record(z.string(), tensorInfo),
    outputs: z.record(z.string(), tensorInfo),
  }),
  modelTopology: z.looseObject({
    node: z.array(
      z.looseObject({
        name: z.string(),
        op: z.string(),
        input: z.array(z.string()).optional(),
      }),
    ),
  }),
  weightsManifest: z.array(z.object({ paths: z.array(z.string()), weights: z.array(weightSpec) })),
});

export type GraphModelJson = z.infer<typeof schema>;
export type WeightSpec = z.infer<typeof weightSpec>;

const invalid = (path: string, why: string, cause?: unknown): ModelError =>
  new ModelError(
    'model-invalid',
    `${path} is not a usable graph model: ${why}.`,
    'Reload the app; if the message stays, its model files are damaged.',
    { cause },
  );

/** Parses model.json as tools/convert/main.ts writes it. Throws ModelError 'model-invalid'. */
export function parseGraphModel(bytes: Uint8Array, path: string): GraphModelJson {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw invalid(path, 'it is not JSON', cause);
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw invalid(path, z.prettifyError(parsed.error));
  return parsed.data;
}

/** The size of one tensor in bytes, as stored; scales of int8 tensors (one per channel) included. */
export function storedBytes({ shape, quantization }: WeightSpec): number {
  const values = shape.reduce((product, side) => product * side, 1);
  switch (quantization?.dtype) {
    case 'int8':
      return values + 4 * (shape.at(-1) ?? 1);
    case 'float16':
      return values * 2;
    default:
      return values * 4;
  }
}

/** The size of all weights in bytes, as stored. */
export function weightBytes({ weightsManifest }: GraphModelJson): number {
  return weightsManifest
    .flatMap(({ weights }) => weights)
    .reduce((sum, spec) => sum + storedBytes(spec), 0);
}

/** The name of the weights [features, classes] of the dense layer that makes the logits. */
export function denseKernelName(model: GraphModelJson, path: string): string {
  const logits = model.signature.outputs.logits?.name.replace(/:0$/, '');
  const dense = model.modelTopology.node.find(({ name }) => name === logits);
  const kernel = dense?.input?.[1];
  if (dense?.op !== '_FusedMatMul' || kernel === undefined) {
    throw invalid(path, 'its logits do not come from a dense layer');
  }
  return kernel;
}
