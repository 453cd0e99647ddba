import { describe, expect, it } from 'vitest';
import { parseArchitecture } from '../../../tools/convert/architecture.ts';
import { CASES, readArchitecture } from './convert-golden.ts';

const relu = (name: string, input: string) => ({ name, op: 'relu', inputs: [input] });

const valid = (changes: object = {}) => ({
  schema: 1,
  inputs: [{ name: 'film', size: 8 }],
  nodes: [relu('a', 'film'), relu('b', 'a')],
  outputs: { logits: 'b' },
  ...changes,
});

describe('parseArchitecture', () => {
  it.each(CASES)('reads what manet.export.trace wrote for %s', (name) => {
    const parsed = parseArchitecture(readArchitecture(name));
    expect(parsed.nodes.length).toBeGreaterThan(5);
    expect(Object.keys(parsed.outputs)).toContain('logits');
  });

  it.each([
    ['a later schema', valid({ schema: 2 }), /schema/],
    ['no nodes', valid({ nodes: [] }), /nodes/],
    ['an unknown operation', valid({ nodes: [{ ...relu('b', 'film'), op: 'gelu' }] }), /op/],
    ['an unknown field', valid({ nodes: [{ ...relu('b', 'film'), slope: 1 }] }), /slope/],
    ['a missing field', valid({ nodes: [{ ...relu('b', 'film'), op: 'upsample' }] }), /scale/],
    ['an input of none', valid({ nodes: [relu('b', 'c')] }), /"b" reads "c"/],
    ['the wrong order', valid({ nodes: [relu('b', 'a'), relu('a', 'film')] }), /"b" reads "a"/],
    ['a name that stands twice', valid({ nodes: [relu('b', 'film'), relu('b', 'film')] }), /twice/],
    ['an output of none', valid({ outputs: { logits: 'z' } }), /output "logits" is "z"/],
    ['no object', null, /expected object/],
  ])('refuses %s', (_, json, message) => {
    expect(() => parseArchitecture(json)).toThrow(message);
    expect(() => parseArchitecture(json)).toThrow(
      expect.objectContaining({ code: 'architecture-invalid' }),
    );
  });
});
