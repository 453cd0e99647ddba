import common from './common.json' with { type: 'json' };
import dicom from './dicom.json' with { type: 'json' };
import findings from './findings.json' with { type: 'json' };
import format from './format.json' with { type: 'json' };
import labels from './labels.json' with { type: 'json' };
import queue from './queue.json' with { type: 'json' };
import reading from './reading.json' with { type: 'json' };
import viewer from './viewer.json' with { type: 'json' };

export const catalogue = {
  common,
  dicom,
  findings,
  format,
  labels,
  queue,
  reading,
  viewer,
};
