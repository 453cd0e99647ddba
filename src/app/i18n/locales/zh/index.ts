import common from './common.json' with { type: 'json' };

export const catalogue = { common };
