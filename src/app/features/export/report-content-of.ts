import { greyToRgb } from '../../../imaging/pictures/rgb-image.ts';
import { shrinkGrey } from '../../../imaging/pictures/shrink-grey.ts';
import { heatPicture, outlinePicture } from '../../../imaging/pictures/study-pictures.ts';
import { LABELS, type Label } from '../../../models/labels.ts';
import { leadingClasses } from '../../../models/leading-classes.ts';
import type {
  ReportContent,
  ReportFact,
  ReportPoint,
} from '../../../platform/export/pdf/report-content.ts';
import { BACKEND_NAMES } from '../../i18n/backend-names.ts';
import { cardKey } from '../../i18n/card-keys.ts';
import { describeFilm } from '../../i18n/describe-film.ts';
import { bareWindow, describeWindow } from '../../i18n/dicom-words.ts';
import { LANGUAGES } from '../../i18n/languages.ts';
import type { Speech } from '../../i18n/speech.ts';
import { APP_NAME, APP_VERSION } from './app-version.ts';
import type { ExportedNetwork, ExportedReading } from './exported-reading.ts';
import { marksOf } from './marks-of.ts';

/** On paper, three pictures beside each other, 300 dots an inch and a little more. */
const PICTURE_PX = 720;
const HEAT_OPACITY = 0.6;

/** Marks that components would fill are left out. */
const plain = (text: string) => text.replace(/<\/?\w+>/g, '');

function headline({ study }: ExportedReading, { t, format, labels }: Speech): string {
  if (!study.indeterminate) return labels[study.label];
  const named = (label: Label) =>
    t('common:named', {
      label: labels[label],
      percent: format.percent(study.probabilities[label]),
    });
  const [first, second] = leadingClasses(study.probabilities).map(named);
  return `${t('answer:indeterminate')}: ${first} ${t('answer:or')} ${second}`;
}

function network({ id, title, digest }: ExportedNetwork, name: string): ReportFact[] {
  return [
    { name, value: `${title} (${id})`, leftToRight: true },
    ...(digest ? [{ name: 'SHA-256', value: digest, leftToRight: true }] : []),
  ];
}

/** The card's cautions, and what is true of every such network. */
function limits(cautions: readonly string[], { t }: Speech): ReportPoint[] {
  const ofCard = cautions.map((text): ReportPoint => {
    const key = cardKey(text);
    return key ? { text: t(`cardTexts:${key}`) } : { text, leftToRight: true };
  });
  return [...ofCard, { text: t('answer:limit.classes') }, { text: t('answer:limit.heat') }];
}

/** A reading as one page of a report, in the reader's language; `shown` is the heat map's class. */
export function reportContentOf(
  reading: ExportedReading,
  shown: Label,
  speech: Speech,
): ReportContent {
  const { t, format, labels, language } = speech;
  const { study, threshold, cautions, created } = reading;
  const film = shrinkGrey(study.film.picture, PICTURE_PX);
  const { dicom } = study.film;
  const window = dicom ? describeWindow(bareWindow(dicom), speech) : null;
  const percent = format.percent(study.probabilities[study.label]);
  const by = { percent, reader: reading.classifier.title };
  return {
    language,
    dir: LANGUAGES[language].dir,
    program: APP_NAME,
    title: t('export:reportTitle', { number: reading.number }),
    date: format.dateTime(created),
    notice: t('common:research'),
    intendedUse: t('export:intendedUse'),
    marks: marksOf(reading, speech),
    pictures: [
      { caption: t('reading:film'), image: greyToRgb(film) },
      { caption: t('export:outline'), image: outlinePicture(film, study.lungs) },
      {
        caption: t('export:heatOf', { label: labels[shown] }),
        image: heatPicture(film, study.lungs, study.heatMaps[shown], HEAT_OPACITY),
      },
    ],
    legend: { little: t('viewer:little'), most: t('viewer:most') },
    answer: {
      overline: t(study.indeterminate ? 'answer:noClear' : 'answer:mostProbable'),
      headline: headline(reading, speech),
      reason: plain(study.indeterminate ? t('answer:byUnclear', by) : t('answer:by', by)),
    },
    bars: LABELS.map((label) => ({
      name: labels[label],
      share: study.probabilities[label],
      percent: format.percent(study.probabilities[label]),
      top: label === study.label,
    })),
    threshold:
      threshold === null
        ? null
        : {
            share: threshold,
            text: t('export:band', { percent: format.percent(threshold) }),
          },
    columns: [
      {
        heading: t('answer:reading'),
        facts: [
          { name: t('answer:film'), value: describeFilm(study.film, speech) },
          ...(window ? [{ name: t('answer:window'), value: window, leftToRight: true }] : []),
          {
            name: t('answer:lungs'),
            value: t('common:ofFilm', { percent: format.percent(study.lungFraction) }),
          },
          {
            name: t('answer:computedOn'),
            value: BACKEND_NAMES[study.backend],
            leftToRight: true,
          },
          { name: t('export:version'), value: `${APP_NAME} ${APP_VERSION}`, leftToRight: true },
        ],
      },
      {
        heading: t('answer:limits'),
        points: limits(cautions, speech),
      },
    ],
    rows: [
      {
        heading: t('export:hashes'),
        facts: [
          {
            name: t('export:sourceFile'),
            value: reading.sourceSha256 ?? t('export:noSourceFile'),
            leftToRight: reading.sourceSha256 !== null,
          },
          ...network(reading.segmenter, t('export:segmenter')),
          ...network(reading.classifier, t('export:classifier')),
        ],
      },
    ],
    footer: t('export:footer'),
  };
}
