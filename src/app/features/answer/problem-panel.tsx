import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../errors/problem.ts';
import type { DecodeErrorCode } from '../../../platform/decode/decode-error.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { Button } from '../../ui/button.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { OriginalWords } from '../../ui/original-words.tsx';
import styles from './answer.module.css';

interface ProblemPanelProps {
  readonly kind: 'refused' | 'failed';
  readonly name: string;
  readonly problem: Problem;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
  /** Ways on, before those that every problem has. */
  readonly actions?: ReactNode;
}

/** The file itself is at fault: reading it again ends the same way. */
const OF_THE_FILE: ReadonlySet<string> = new Set<DecodeErrorCode>([
  'empty-file',
  'not-an-image',
  'unsupported-format',
  'corrupt-image',
  'too-large',
]);

/** What is wrong with a film and what to do about it. The announcer reads it aloud. */
export function ProblemPanel(props: ProblemPanelProps) {
  const { kind, name, problem, onRetry, onRemove, actions } = props;
  const refused = kind === 'refused';
  const badFile = OF_THE_FILE.has(problem.code);
  const { t } = useTranslation('answer');
  const { message, advice, original } = useSpeech().problem(problem);
  const { t: common } = useTranslation('common');
  const readFailure = badFile ? t('badFile') : t('unfinished');
  return (
    <section className={styles.panel} data-area="answer" aria-labelledby="problem">
      <p className={styles.overline} dir="auto" data-print="hide">
        {name}
      </p>
      <h2 id="problem" className={styles.problem} data-kind={kind}>
        <WarningIcon />
        {refused ? t('refused') : readFailure}
      </h2>
      <p className={styles.message}>{message}</p>
      <p className={styles.advice}>{advice}</p>
      {actions}
      <div className={styles.actions}>
        {!refused && !badFile && (
          <Button kind="primary" onClick={onRetry}>
            {common('tryAgain')}
          </Button>
        )}
        <Button kind="quiet" onClick={onRemove}>
          {t('removeFilm')}
        </Button>
      </div>
      <p className={styles.code}>
        {common('code', { code: problem.code })} <OriginalWords of={original} />
      </p>
    </section>
  );
}
