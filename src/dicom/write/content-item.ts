import { ascii } from './ascii.ts';
import { type Code, codeElements } from './code.ts';
import type { Elements } from './element.ts';

type Relationship = 'CONTAINS' | 'HAS CONCEPT MOD' | 'HAS OBS CONTEXT' | 'HAS PROPERTIES';

/** A node of a report's tree (PS3.3 C.17.3), without its relationship to the node above it. */
export interface ContentItem {
  readonly elements: Elements;
  readonly children: readonly Child[];
}

export type Child = readonly [Relationship, ContentItem];

const named = (concept: Code): Elements => [['0040A043', 'SQ', [codeElements(concept)]]];

export function container(concept: Code, children: readonly Child[]): ContentItem {
  return {
    elements: [['0040A040', 'CS', 'CONTAINER'], ...named(concept), ['0040A050', 'CS', 'SEPARATE']],
    children,
  };
}

export function textItem(concept: Code, text: string): ContentItem {
  return {
    elements: [['0040A040', 'CS', 'TEXT'], ...named(concept), ['0040A160', 'UT', ascii(text)]],
    children: [],
  };
}

export function codeItem(concept: Code, value: Code, children: readonly Child[] = []): ContentItem {
  return {
    elements: [
      ['0040A040', 'CS', 'CODE'],
      ...named(concept),
      ['0040A168', 'SQ', [codeElements(value)]],
    ],
    children,
  };
}

export function uidItem(concept: Code, uid: string): ContentItem {
  return {
    elements: [['0040A040', 'CS', 'UIDREF'], ...named(concept), ['0040A124', 'UI', uid]],
    children: [],
  };
}

/** A number in `unit`; four decimals. */
export function numberItem(
  concept: Code,
  value: number,
  unit: Code,
  children: readonly Child[] = [],
): ContentItem {
  const measured: Elements = [
    ['0040A30A', 'DS', value.toFixed(4)],
    ['004008EA', 'SQ', [codeElements(unit)]],
  ];
  return {
    elements: [['0040A040', 'CS', 'NUM'], ...named(concept), ['0040A300', 'SQ', [measured]]],
    children,
  };
}

export function imageItem(
  concept: Code,
  image: { readonly sopClassUid: string; readonly sopInstanceUid: string },
): ContentItem {
  const reference: Elements = [
    ['00081150', 'UI', image.sopClassUid],
    ['00081155', 'UI', image.sopInstanceUid],
  ];
  return {
    elements: [['0040A040', 'CS', 'IMAGE'], ...named(concept), ['00081199', 'SQ', [reference]]],
    children: [],
  };
}

/** A node and all below it. */
export function contentElements({ elements, children }: ContentItem): Elements {
  if (children.length === 0) return elements;
  const items = children.map(
    ([relationship, child]): Elements => [
      ['0040A010', 'CS', relationship],
      ...contentElements(child),
    ],
  );
  return [...elements, ['0040A730', 'SQ', items]];
}
