import { useTranslation } from 'react-i18next';
import type { Problem } from '../../errors/problem.ts';
import { useSpeech } from '../i18n/speech.ts';
import { Button } from './button.tsx';
import { WarningIcon } from './icons.tsx';
import { OriginalWords } from './original-words.tsx';
import styles from './problem-note.module.css';

interface ProblemNoteProps {
  readonly title: string;
  readonly problem: Problem;
  readonly onRetry: () => void;
}

/** Something beside the films failed: what, what to do about it, and another try. */
export function ProblemNote({ title, problem, onRetry }: ProblemNoteProps) {
  const { t } = useTranslation('common');
  const { message, advice, original } = useSpeech().problem(problem);
  return (
    <div className={styles.note} role="alert">
      <p className={styles.title}>
        <WarningIcon />
        {title}
      </p>
      <p className={styles.message}>{message}</p>
      <p className={styles.advice}>{advice}</p>
      <Button kind="quiet" onClick={onRetry}>
        {t('tryAgain')}
      </Button>
      <p className={styles.code}>
        {t('code', { code: problem.code })} <OriginalWords of={original} />
      </p>
    </div>
  );
}
