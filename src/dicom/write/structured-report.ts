import { OWN_SCHEME } from './code.ts';
import { contentElements } from './content-item.ts';
import { type DerivedObject, derivedElements } from './derived-object.ts';
import type { Elements } from './element.ts';
import type { ReportFacts } from './report-facts.ts';
import { reportTree } from './report-tree.ts';
import { writeFile } from './write-file.ts';

const COMPREHENSIVE_SR = '1.2.840.10008.5.1.4.1.1.88.33';

/** The objects that the report refers to (PS3.3 C.17.2), by study and series. */
function evidence({ kept }: DerivedObject): Elements {
  const source = kept?.source;
  if (!source) return [];
  const instance: Elements = [
    ['00081150', 'UI', source.sopClassUid],
    ['00081155', 'UI', source.sopInstanceUid],
  ];
  const series: Elements = [
    ['0020000E', 'UI', source.seriesUid],
    ['00081199', 'SQ', [instance]],
  ];
  const study: Elements = [
    ['0020000D', 'UI', source.studyUid],
    ['00081115', 'SQ', [series]],
  ];
  return [['0040A375', 'SQ', [study]]];
}

/** A reading as a Comprehensive SR document (PS3.3 A.35.3): preliminary, unverified. */
export function writeStructuredReport(
  facts: ReportFacts,
  object: DerivedObject,
): Uint8Array<ArrayBuffer> {
  return writeFile(COMPREHENSIVE_SR, object.instanceUid, [
    ...derivedElements(object, 'SR'),
    ...OWN_SCHEME,
    // SR Document Series (PS3.3 C.17.1).
    ['00081111', 'SQ', []],
    // SR Document General (PS3.3 C.17.2).
    ['0040A372', 'SQ', []],
    ['0040A491', 'CS', 'COMPLETE'],
    ['0040A493', 'CS', 'UNVERIFIED'],
    ['0040A496', 'CS', 'PRELIMINARY'],
    ...evidence(object),
    ...contentElements(reportTree(facts, object)),
  ]);
}
