import problems from '../../../../errors/problems.json' with { type: 'json' };
import { REASONS, type ReasonCode } from '../../../../errors/reasons.ts';
import answer from './answer.json' with { type: 'json' };
import arrivals from './arrivals.json' with { type: 'json' };
import capabilities from './capabilities.json' with { type: 'json' };
import cardTexts from './cardTexts.json' with { type: 'json' };
import cases from './cases.json' with { type: 'json' };
import common from './common.json' with { type: 'json' };
import compare from './compare.json' with { type: 'json' };
import correct from './correct.json' with { type: 'json' };
import device from './device.json' with { type: 'json' };
import dicom from './dicom.json' with { type: 'json' };
import exportTexts from './export.json' with { type: 'json' };
import format from './format.json' with { type: 'json' };
import gate from './gate.json' with { type: 'json' };
import intake from './intake.json' with { type: 'json' };
import labels from './labels.json' with { type: 'json' };
import modelCard from './modelCard.json' with { type: 'json' };
import offline from './offline.json' with { type: 'json' };
import queue from './queue.json' with { type: 'json' };
import reading from './reading.json' with { type: 'json' };
import settings from './settings.json' with { type: 'json' };
import shell from './shell.json' with { type: 'json' };
import shortcuts from './shortcuts.json' with { type: 'json' };
import tour from './tour.json' with { type: 'json' };
import viewer from './viewer.json' with { type: 'json' };
import worklist from './worklist.json' with { type: 'json' };

export const catalogue = {
  arrivals,
  capabilities,
  correct,
  cardTexts,
  cases,
  common,
  device,
  gate,
  compare,
  dicom,
  export: exportTexts,
  answer,
  format,
  intake,
  labels,
  modelCard,
  offline,
  problems,
  queue,
  reading,
  reasons: REASONS as Readonly<Record<ReasonCode, string>>,
  settings,
  shell,
  shortcuts,
  tour,
  viewer,
  worklist,
};
