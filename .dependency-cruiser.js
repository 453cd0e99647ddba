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

/** What of a worker's folder is loaded with the page. */
const PAGE_SIDE =
  '^src/workers/[^/]+/(protocol|client|analyser|connect-service-worker|shared-films)\\.ts$';

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
    only('bytes', []),
    only('imaging', ['errors']),
    only('dicom', ['errors', 'imaging']),
    only('models', ['errors', 'bytes', 'imaging', 'dicom']),
    only('pipeline', ['errors', 'bytes', 'imaging', 'dicom', 'models']),
    only('platform', ['errors', 'bytes', 'imaging', 'dicom', 'models', 'pipeline']),
    only('workers', ['errors', 'bytes', 'imaging', 'dicom', 'models', 'pipeline', 'platform']),
    only('app', [
      'errors',
      'bytes',
      'imaging',
      'dicom',
      'models',
      'pipeline',
      'platform',
      'workers',
    ]),
    only('cli', ['errors', 'bytes', 'imaging', 'dicom', 'models', 'pipeline', 'platform']),
    page('i18n', []),
    page('styles', []),
    page('store', ['i18n']),
    page('ui', ['i18n', 'store', 'styles']),
    page('features', ['i18n', 'store', 'styles', 'ui']),
    {
      name: 'features-stand-alone',
      comment:
        'What two features share belongs in ui, i18n or store; what joins them, at the root.',
      severity: 'error',
      from: { path: '^src/app/features/([^/]+)/' },
      to: { path: '^src/app/features/', pathNot: '^src/app/features/$1/' },
    },
    {
      name: 'workers-stand-alone',
      severity: 'error',
      from: { path: '^src/workers/([^/]+)/' },
      to: { path: '^src/workers/', pathNot: '^src/workers/$1/' },
    },
    {
      name: 'page-keeps-out-of-workers',
      comment: "Only a protocol and the page's side of it may be loaded with the page.",
      severity: 'error',
      from: { path: `^src/app/|${PAGE_SIDE}` },
      to: { path: '^src/workers/', pathNot: PAGE_SIDE },
    },
    {
      name: 'node-is-for-the-command-line',
      severity: 'error',
      from: { path: '^src/(?!cli/)' },
      to: { dependencyTypes: ['core'] },
    },
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
