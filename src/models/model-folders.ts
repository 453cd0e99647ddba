/** The folders of the shipped networks. */
export const MODEL_FOLDERS = {
  segmenter: 'resunet',
  classifier: 'ma-resnet50',
  filmCheck: 'film-check',
} as const;
