import { readItems } from './element-values.ts';
import type { ParserDataSet } from './parser.ts';
import { TAG } from './tags.ts';

/**
 * Where attributes of the first frame may stand: the data set itself, then in enhanced multi-frame
 * films the frame's own functional groups, then those that all frames share (PS3.3 C.7.6.16).
 */
export function firstFrameScopes(dataSet: ParserDataSet): readonly ParserDataSet[] {
  const groups = [TAG.perFrameFunctionalGroups, TAG.sharedFunctionalGroups].flatMap((tag) =>
    readItems(dataSet, tag).slice(0, 1),
  );
  return [
    dataSet,
    ...groups.flatMap((group) =>
      Object.keys(group.elements).flatMap((tag) => readItems(group, tag).slice(0, 1)),
    ),
  ];
}

/** The first scope that has the attribute; the data set itself where none has it. */
export function scopeOf(scopes: readonly ParserDataSet[], tag: string): ParserDataSet {
  return scopes.find(({ elements }) => elements[tag]) ?? (scopes[0] as ParserDataSet);
}
