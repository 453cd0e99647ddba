import { LABELS } from '../../src/models/labels.ts';
import type {
  ClassificationPart,
  Evaluation,
  Provenance,
  SegmentationPart,
  SplitFigures,
} from './evaluation.ts';
import { percent, percentWithin, plain, renderTable } from './render-table.ts';
import type { SegmentationFigures, WorstPair } from './segmentation-figures.ts';

const CAUTION = `Each label comes from few sources, and all bacterial, viral and most normal films are of small
children, COVID-19 and TB films of adults: a network can score well on age, hospital or film marks alone. These figures say
nothing sure about a new hospital. Research and education only, not a medical device.`;

function provenance(part: Provenance): string {
  const models = Object.entries(part.models).map(([id, hash]) => `\`${id}\` (${hash})`);
  const { samples, seed } = part.bootstrap;
  return `Measured on ${part.date} at commit ${part.commit}, backend ${part.backend}, with ${models.join(' and ')}. Intervals: 95 %, bootstrap over patients, ${samples} samples, seed ${seed}.`;
}

function overlapTable(rows: readonly SegmentationFigures[]): string {
  return renderTable(
    ['films', 'pairs', 'patients', 'mean IoU', 'mean Dice', 'worst IoU'],
    rows.map((row) => [
      row.label,
      `${row.pairs}`,
      `${row.patients}`,
      percentWithin(row.meanIou, row.meanIouInterval),
      percent(row.meanDice),
      percent(row.worstIou),
    ]),
  );
}

function renderWorst(worst: readonly WorstPair[]): string {
  const table = renderTable(
    ['film', 'class', 'annotation', 'IoU', 'Dice'],
    worst.map(({ id, label, annotation, iou, dice }) => [
      id,
      label,
      annotation,
      percent(iou),
      percent(dice),
    ]),
  );
  return `### The worst ${worst.length} pairs\n\nOf those without the heart's shadow; the paper's Fig. 8 shows its own.\n\n${table}\n`;
}

function renderSegmentation(part: SegmentationPart): string {
  return `## Lungs (stage 1)

Test pairs of \`${part.split}\` (no patient on two sides) at ${part.sizePx} px, after post-processing, by the shipped tfjs model
and the app's own pipeline. ${provenance(part)}

### Masks without the heart's shadow (nlm, lungvae: what it was trained on)

${overlapTable(part.withoutHeart)}

The paper reports 92.50 % in all; 93.49 % normal, 93.14 % TB, 89.07 % COVID-19 on its own split.

### Masks with the lung behind the heart (v7: another convention)

${overlapTable(part.withHeart)}

These masks include the lung behind the heart, which stage 1 is trained to leave out, so that even a perfect answer falls short here.

${part.worst ? renderWorst(part.worst) : ''}`;
}

const title = ({ split, subset }: SplitFigures) =>
  `${split}, ${subset === 'all' ? 'all sources' : 'the paper’s sources'}`;

function renderHeadlines(sets: readonly SplitFigures[]): string {
  return renderTable(
    [
      'test films of',
      'films',
      'patients',
      'patient in training',
      'refused',
      'accuracy',
      'macro-F1',
      'macro AUC',
      'accuracy of answered',
      'ECE',
      'Brier',
    ],
    sets.map((set) => [
      title(set),
      `${set.films}`,
      `${set.patients}`,
      `${set.patientInTraining}`,
      `${set.films - set.answered.films}`,
      percentWithin(set.accuracy.value, set.accuracy.interval),
      percentWithin(set.macroF1.value, set.macroF1.interval),
      plain(set.macroAuc.value, set.macroAuc.interval),
      percent(set.answered.accuracy),
      plain(set.answered.ece),
      plain(set.answered.brier ?? null),
    ]),
  );
}

function renderSet(set: SplitFigures): string {
  const classes = renderTable(
    ['class', 'films', 'precision', 'recall', 'F1', 'AUC'],
    LABELS.map((label) => {
      const one = set.perClass[label];
      const within = set.perClassIntervals?.[label];
      return [
        label,
        `${one.support}`,
        percentWithin(one.precision, within?.precision ?? null),
        percentWithin(one.recall, within?.recall ?? null),
        percentWithin(one.f1, within?.f1 ?? null),
        plain(one.auc, within?.auc),
      ];
    }),
  );
  const confusion = renderTable(
    ['truth \\ answer', ...LABELS, 'refused'],
    LABELS.map((label, k) => [label, ...(set.confusion[k] ?? []).map(String)]),
  );
  const reasons = Object.entries(set.refused).map(([code, count]) => `${count} ${code}`);
  const refused = reasons.length > 0 ? `Refused: ${reasons.join(', ')}.` : 'No film was refused.';
  const seen =
    set.patientInTraining > 0
      ? `\n\nNo film of this set was seen in training, but ${set.patientInTraining} of these ${set.films} films are of patients with other films in it, as in the paper's own split: an easier test than \`split_group\`. Stage 1 may have been trained on the lungs of some.`
      : '';
  return `### ${title(set)}${seen}\n\n${classes}\n\n${confusion}\n\n${refused}\n`;
}

function renderClassification(part: ClassificationPart): string {
  return `## Classes (stage 2, on the lungs that stage 1 finds)

Both stages are the shipped ones, run by the app's own \`analyse()\`. The classifier is trained on films that are
in \`split_group\` train and not in \`split_random\` test, so that both tests are of films it has not seen. A refused film counts as wrong; AUC, ECE (15 bins), Brier score (0 to 2) and "accuracy of answered" leave refused films out. ${provenance(part)}

${renderHeadlines(part.sets)}

The paper reports 96.32 % accuracy on a split by film, where films of one patient can fall on both sides.

${part.sets.map(renderSet).join('\n')}`;
}

/** The evaluation as a Markdown page. */
export function renderEvaluation(
  { segmentation, classification }: Evaluation,
  heading: string,
): string {
  const parts = [
    `# ${heading}`,
    'Written by `npm run evaluate`; do not edit.',
    CAUTION,
    segmentation ? renderSegmentation(segmentation) : '',
    classification ? renderClassification(classification) : '',
  ];
  return `${parts
    .filter((part) => part !== '')
    .map((part) => part.trim())
    .join('\n\n')}\n`;
}
