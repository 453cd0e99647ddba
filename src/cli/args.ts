import { parseArgs } from 'node:util';

const BACKENDS = ['auto', 'webgpu', 'wasm', 'cpu'] as const;

export type BackendChoice = (typeof BACKENDS)[number];

export interface Args {
  readonly backend: BackendChoice;
  /** Folder of the classifier, null for the app's default. */
  readonly classifier: string | null;
  /** Which of a DICOM film's windows, from 1 on. */
  readonly window: number;
  /** Films that the quality check refuses are read all the same, which their lines say. */
  readonly readAnyway: boolean;
  /** Folder for pictures, null where none are wanted. */
  readonly out: string | null;
  readonly paths: readonly string[];
}

export const USAGE = `Usage: npm run -s analyse -- [--backend auto|webgpu|wasm|cpu] [--classifier ID]
                                [--window N] [--read-anyway] [--out DIR] PATH...

Reads chest X-rays (DICOM, PNG, JPEG, WebP, BMP, TIFF; folders with everything below them, and
ZIP archives) and
writes one JSON object per film and line to stdout. With --out, the decoded film, the lung mask and the
heat map of every class are written to DIR as PNG. With --classifier, another of the shipped
networks tells the classes: see public/models/shelf.json.
With --window, DICOM films are read through their N-th window or lookup table instead of the
first; each line names them all. With --read-anyway, films that the quality check refuses are
read all the same, and "gateOverridden" in their lines says for what they had been refused.

Research and education only, not a medical device.
`;

export class UsageError extends Error {}

const isBackend = (name: string): name is BackendChoice =>
  (BACKENDS as readonly string[]).includes(name);

/** Parses what stands behind the program's name; null where help is asked. Throws UsageError. */
export function readArgs(argv: readonly string[]): Args | null {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { help, backend, classifier, window, out } = parsed.values;
  const readAnyway = parsed.values['read-anyway'];
  if (help) return null;
  if (!isBackend(backend)) {
    throw new UsageError(`--backend is one of ${BACKENDS.join(', ')}, not "${backend}".`);
  }
  if (!/^[1-9]\d{0,3}$/.test(window)) {
    throw new UsageError(`--window counts from 1, so "${window}" is none.`);
  }
  if (out === '') throw new UsageError('--out needs the name of a folder.');
  if (parsed.positionals.length === 0) throw new UsageError('Name at least one file or folder.');
  return {
    backend,
    classifier: classifier ?? null,
    window: Number(window),
    readAnyway,
    out: out ?? null,
    paths: parsed.positionals,
  };
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      backend: { type: 'string', default: 'auto' },
      classifier: { type: 'string' },
      window: { type: 'string', default: '1' },
      'read-anyway': { type: 'boolean', default: false },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}
