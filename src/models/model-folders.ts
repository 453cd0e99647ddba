/** The folders of the shipped networks. */
export const MODEL_FOLDERS = { segmenter: 'resunet', classifier: 'ma-resnet50' } as const;
