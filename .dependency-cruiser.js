/** Imports run one way: errors <- imaging <- dicom <- models <- pipeline <- platform <- workers <- app; cli beside app. */
const only = (from, allowed) => ({
  name: `${from}-imports`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: `^src/(${[from, ...allowed].join('|')})/` },
});

/** Within the page: features, and what composes them at its root, stand on these. */
const page = (from, allowed) => ({
  name: `page-${from}-imports`,
  severity: 'error',
  from: { path: `^src/app/${from}/` },
  to: { path: '^src/app/', pathNot: `^src/app/(${[from, ...allowed].join('|')})/` },
});

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    only('errors', []),
    only('imaging', ['errors']),
    only('dicom', ['errors', 'imaging']),
    only('models', ['errors', 'imaging', 'dicom']),
    only('pipeline', ['errors', 'imaging', 'dicom', 'models']),
    only('platform', ['errors', 'imaging', 'dicom', 'models', 'pipeline']),
    only('workers', ['errors', 'imaging', 'dicom', 'models', 'pipeline', 'platform']),
    only('app', ['errors', 'imaging', 'dicom', 'models', 'pipeline', 'platform', 'workers']),
    only('cli', ['errors', 'imaging', 'dicom', 'models', 'pipeline', 'platform']),
    page('i18n', []),
    page('styles', []),
    page('store', ['i18n']),
    page('ui', ['i18n', 'store', 'styles']),
    page('features', ['i18n', 'store', 'styles', 'ui']),
    {
      name: 'platform-takes-only-types',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(models|pipeline)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pipeline-takes-no-tfjs',
      severity: 'error',
      from: { path: '^src/(?!models/)' },
      to: { path: '@tensorflow/' },
    },
    {
      name: 'no-dev-dependencies',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
