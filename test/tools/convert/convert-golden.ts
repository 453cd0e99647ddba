import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertModel } from '../../../tools/convert/convert-model.ts';
import type { Precision } from '../../../tools/convert/pack-weights.ts';
import { type FloatTensor, readSafetensors } from '../../../tools/convert/safetensors.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'golden', 'models');

export const CLASSIFIER_CASES = [
  'basicblock-plain',
  'basicblock-ma',
  'basicblock-cbam',
  'bottleneck-plain',
  'bottleneck-ma',
  'bottleneck-cbam',
  'vgg-plain',
  'vgg-ma',
  'bottleneck-ma-not-counted',
  'basicblock-ma-not-counted-scaled',
] as const;

export const CASES = ['resunet', ...CLASSIFIER_CASES] as const;

export type Case = (typeof CASES)[number];

/** The architecture.json of one of training/manet/golden/models.py's networks. */
export function readArchitecture(name: Case): unknown {
  return JSON.parse(readFileSync(join(FOLDER, name, 'architecture.json'), 'utf8'));
}

export function readWeights(name: Case): Uint8Array {
  return readFileSync(join(FOLDER, name, 'weights.safetensors'));
}

/** PyTorch's inputs and answers, in NCHW. */
export function readGolden(name: Case): (key: string) => FloatTensor {
  const tensors = readSafetensors(readFileSync(join(FOLDER, name, 'golden.safetensors')));
  return (key) => {
    const tensor = tensors.get(key);
    if (!tensor) throw new Error(`${name} has no golden ${key}`);
    return tensor;
  };
}

/** The files of a golden network's graph model; its kernels are small, so int8 is asked for all of them. */
export function convertGolden(name: Case, precision: Precision): Map<string, Uint8Array> {
  return convertModel({
    architecture: readArchitecture(name),
    weights: readWeights(name),
    precision,
    smallKernel: 0,
  });
}
