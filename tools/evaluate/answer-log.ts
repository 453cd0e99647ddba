import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What came out for one film of classification.csv. */
export interface Answer {
  readonly id: string;
  /** Why it was refused, null where it was answered. */
  readonly refused: string | null;
  /** One per label, in the order of LABELS; null where it was refused. */
  readonly probabilities: readonly number[] | null;
}

/** Answers on disk, a line of JSON each, so that a run that was cut short goes on where it was. */
export interface AnswerLog {
  readonly answers: ReadonlyMap<string, Answer>;
  add(answer: Answer): Promise<void>;
}

/** Opens the log at `path`, there or not; a `fresh` one forgets what it held. */
export async function openAnswerLog(path: string, fresh = false): Promise<AnswerLog> {
  await mkdir(dirname(path), { recursive: true });
  if (fresh) await rm(path, { force: true });
  const text = await readFile(path, 'utf8').catch(() => '');
  const answers = new Map<string, Answer>();
  for (const line of text.split('\n')) {
    try {
      const answer = JSON.parse(line) as Answer;
      answers.set(answer.id, answer);
    } catch {
      // The last line of a run that was cut short; its film is read again.
    }
  }
  return {
    answers,
    async add(answer) {
      answers.set(answer.id, answer);
      await appendFile(path, `\n${JSON.stringify(answer)}`);
    },
  };
}
