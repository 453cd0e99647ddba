import { CLASS_CODES, CLASS_KEYS, CODE } from './codes.ts';
import {
  type Child,
  type ContentItem,
  codeItem,
  container,
  imageItem,
  numberItem,
  textItem,
  uidItem,
} from './content-item.ts';
import { type DerivedObject, SOFTWARE } from './derived-object.ts';
import type { ReportFacts, ReportNetwork } from './report-facts.ts';
import { uidFromUuid } from './uid.ts';

/** The program as an observer, whatever device it runs on; drawn once, for good. */
const OBSERVER_UID = uidFromUuid('e0c5a4f2-6b4d-4a39-8d0b-0f6d7c1f9a25');

const yesNo = (value: boolean) => (value ? CODE.yes : CODE.no);
const contains = (...items: readonly ContentItem[]): Child[] =>
  items.map((item) => ['CONTAINS', item]);

/** The observer is a device (PS3.16 TID 1002 and 1004). */
function observer(version: string): Child[] {
  return [
    codeItem(CODE.observerType, CODE.device),
    uidItem(CODE.deviceObserverUid, OBSERVER_UID),
    textItem(CODE.deviceObserverName, SOFTWARE),
    textItem(CODE.deviceObserverModel, `${SOFTWARE} ${version}`),
  ].map((item) => ['HAS OBS CONTEXT', item]);
}

function findings(facts: ReportFacts): ContentItem {
  const { top, indeterminate, probabilities, threshold, lungFraction } = facts;
  return container(CODE.findings, [
    ...contains(codeItem(CODE.answer, indeterminate ? CODE.indeterminate : CLASS_CODES[top])),
    ...contains(
      ...CLASS_KEYS.map((key) =>
        numberItem(CODE.probability, probabilities[key], CODE.noUnits, [
          ['HAS CONCEPT MOD', codeItem(CODE.networkClass, CLASS_CODES[key])],
        ]),
      ),
    ),
    ...(threshold === null ? [] : contains(numberItem(CODE.threshold, threshold, CODE.noUnits))),
    ...contains(numberItem(CODE.lungFraction, lungFraction, CODE.noUnits)),
  ]);
}

function circumstances(facts: ReportFacts): ContentItem {
  return container(
    CODE.circumstances,
    contains(
      codeItem(CODE.synthetic, yesNo(facts.synthetic)),
      codeItem(CODE.lungsEdited, yesNo(facts.lungsEdited)),
      codeItem(
        CODE.gateOverridden,
        yesNo(facts.objections.length > 0),
        facts.objections.map((text) => ['HAS PROPERTIES', textItem(CODE.gateObjection, text)]),
      ),
      ...facts.corrections.map((text) => textItem(CODE.correction, text)),
      ...facts.warnings.map((text) => textItem(CODE.gateWarning, text)),
      ...(facts.recovered === null ? [] : [textItem(CODE.recovered, facts.recovered)]),
      ...(facts.window === null ? [] : [textItem(CODE.window, facts.window)]),
      textItem(CODE.backend, facts.backend),
      ...(facts.sourceSha256 === null ? [] : [textItem(CODE.sourceHash, facts.sourceSha256)]),
    ),
  );
}

/** Name and version as PS3.16 TID 4019 has them. */
function network({ title, id, digest }: ReportNetwork): ContentItem {
  return container(
    CODE.network,
    contains(
      textItem(CODE.algorithmName, title),
      textItem(CODE.algorithmVersion, digest === null ? 'not known' : `SHA-256 ${digest}`),
      textItem(CODE.networkId, id),
    ),
  );
}

/**
 * The report's tree. It follows no template: those for measurement reports need the source image,
 * which a de-identified report must not name.
 */
export function reportTree(facts: ReportFacts, object: DerivedObject): ContentItem {
  const source = object.kept?.source;
  return container(CODE.imagingMeasurementReport, [
    ['HAS CONCEPT MOD', codeItem(CODE.language, CODE.english)],
    ...observer(object.softwareVersion),
    ['HAS CONCEPT MOD', codeItem(CODE.procedureReported, CODE.plainChestXRay)],
    ...contains(
      textItem(CODE.notice, facts.notice),
      textItem(CODE.intendedUse, facts.intendedUse),
      ...(source ? [imageItem(CODE.sourceImage, source)] : []),
      findings(facts),
      circumstances(facts),
      network(facts.segmenter),
      network(facts.classifier),
      container(CODE.limits, contains(...facts.limits.map((text) => textItem(CODE.limit, text)))),
    ),
  ]);
}
