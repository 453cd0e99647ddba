import type { Problem } from '../../platform/worker-bridge/problem.ts';
import { Button } from './button.tsx';
import { WarningIcon } from './icons.tsx';
import styles from './problem-note.module.css';

interface ProblemNoteProps {
  readonly title: string;
  readonly problem: Problem;
  readonly onRetry: () => void;
}

/** Something beside the films failed: what, what to do about it, and another try. */
export function ProblemNote({ title, problem, onRetry }: ProblemNoteProps) {
  return (
    <div className={styles.note} role="alert">
      <p className={styles.title}>
        <WarningIcon />
        {title}
      </p>
      <p className={styles.message}>{problem.message}</p>
      <p className={styles.advice}>{problem.advice}</p>
      <Button kind="quiet" onClick={onRetry}>
        Try again
      </Button>
      <p className={styles.code}>Code: {problem.code}</p>
    </div>
  );
}
