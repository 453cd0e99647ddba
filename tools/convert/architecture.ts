import { z } from 'zod';
import { ConvertError } from './convert-error.ts';

const name = z.string().min(1);
const extent = z.int().positive();
const pair = z.tuple([extent, extent]);
const paddingPair = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);
const unary = { name, inputs: z.tuple([name]) };
const binary = { name, inputs: z.tuple([name, name]) };
const pooling = { kernel: pair, stride: pair, padding: paddingPair };

/** One operation of docs/architecture-json.md. */
const nodeSchema = z.discriminatedUnion('op', [
  z.strictObject({
    ...unary,
    op: z.literal('conv2d'),
    weight: name,
    bias: name.nullable(),
    stride: pair,
    padding: paddingPair,
  }),
  z.strictObject({
    ...unary,
    op: z.literal('batch_norm'),
    weight: name,
    bias: name,
    mean: name,
    variance: name,
    eps: z.number().nonnegative(),
  }),
  z.strictObject({ ...unary, op: z.literal('relu') }),
  z.strictObject({ ...unary, op: z.literal('sigmoid') }),
  z.strictObject({ ...unary, op: z.literal('affine'), scale: z.number(), shift: z.number() }),
  z.strictObject({ ...unary, op: z.literal('max_pool'), ...pooling }),
  z.strictObject({
    ...unary,
    op: z.literal('avg_pool'),
    ...pooling,
    count_padding: z.boolean().optional(),
  }),
  z.strictObject({ ...unary, op: z.literal('global_avg_pool') }),
  z.strictObject({ ...unary, op: z.literal('global_max_pool') }),
  z.strictObject({ ...unary, op: z.literal('channel_mean') }),
  z.strictObject({ ...unary, op: z.literal('channel_max') }),
  z.strictObject({ ...unary, op: z.literal('upsample'), scale: extent }),
  z.strictObject({ ...binary, op: z.literal('add') }),
  z.strictObject({ ...binary, op: z.literal('mul') }),
  z.strictObject({ ...binary, op: z.literal('div') }),
  z.strictObject({ name, op: z.literal('concat'), inputs: z.array(name).min(1) }),
  z.strictObject({ ...unary, op: z.literal('flatten') }),
  z.strictObject({ ...unary, op: z.literal('linear'), weight: name, bias: name }),
]);

const architectureSchema = z.strictObject({
  schema: z.literal(1),
  inputs: z.array(z.strictObject({ name, size: extent })).min(1),
  nodes: z.array(nodeSchema).min(1),
  outputs: z.record(name, name),
});

export type ArchitectureNode = z.infer<typeof nodeSchema>;
export type Architecture = z.infer<typeof architectureSchema>;

const invalid = (what: string): ConvertError =>
  new ConvertError(
    'architecture-invalid',
    `architecture.json is not valid: ${what}`,
    'See docs/architecture-json.md, and export the model again with python -m manet.export.model.',
  );

/** Parses architecture.json: fields, unique names, topological order, known outputs. */
export function parseArchitecture(json: unknown): Architecture {
  const parsed = architectureSchema.safeParse(json);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  const { inputs, nodes, outputs } = parsed.data;
  const known = new Set<string>();
  for (const node of [...inputs.map((input) => ({ ...input, inputs: [] })), ...nodes]) {
    const missing = node.inputs.find((input) => !known.has(input));
    if (missing) throw invalid(`"${node.name}" reads "${missing}", which no earlier node makes`);
    if (known.has(node.name)) throw invalid(`the name "${node.name}" stands twice`);
    known.add(node.name);
  }
  for (const [output, source] of Object.entries(outputs)) {
    if (!known.has(source)) throw invalid(`output "${output}" is "${source}", which is not there`);
  }
  return parsed.data;
}
