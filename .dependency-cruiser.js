/** Imports run one way: imaging <- dicom <- models <- pipeline <- app, cli. */
const only = (from, allowed) => ({
  name: `${from}-imports`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: `^src/(${[from, ...allowed].join('|')})/` },
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
    only('imaging', []),
    only('dicom', ['imaging']),
    only('models', ['imaging', 'dicom']),
    only('pipeline', ['imaging', 'dicom', 'models']),
    only('platform', ['imaging', 'dicom', 'models', 'pipeline']),
    only('app', ['imaging', 'dicom', 'models', 'pipeline', 'platform']),
    only('cli', ['imaging', 'dicom', 'models', 'pipeline', 'platform']),
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
