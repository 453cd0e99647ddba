import * as Checkbox from '@radix-ui/react-checkbox';
import type { TFunction } from 'i18next';
import { type CSSProperties, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Speech, useSpeech } from '../../i18n/speech.ts';
import { type FilmEntry, type FilmState, filmOf, isRunning } from '../../store/film-state.ts';
import { useReader } from '../../store/reader-context.tsx';
import { CheckIcon, CloseIcon, WarningIcon } from '../../ui/icons.tsx';
import { SyntheticTag } from '../../ui/synthetic-tag.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { flagsOf, unkeptReason } from './film-flags.ts';
import styles from './worklist.module.css';

function statusText(state: FilmState, t: TFunction<'queue'>, { labels, format }: Speech): string {
  if (state.status !== 'done') return t(`state.${state.status}`);
  const { label, indeterminate, probabilities } = state.study;
  if (indeterminate) return t('state.indeterminate');
  return `${labels[label]} ${format.percent(probabilities[label])}`;
}

export interface FilmRowProps {
  readonly entry: FilmEntry;
  readonly current: boolean;
  /** The one row that the Tab key reaches; the arrow keys reach the others. */
  readonly reachable: boolean;
  readonly checked: boolean;
  readonly onChoose: (id: number) => void;
  readonly onCheck: (id: number) => void;
  /** Its place among the rows that are listed, from 1. */
  readonly position: number;
  readonly total: number;
  readonly style?: CSSProperties | undefined;
}

/** One film of the worklist: what it looks like, what it is called, how it stands, what to look at. */
export const FilmRow = memo(function FilmRow(props: FilmRowProps) {
  const { entry, current, reachable, checked, onChoose, onCheck, position, total, style } = props;
  const remove = useReader((state) => state.removeFilm);
  const { id, source, state } = entry;
  const { t } = useTranslation('queue');
  const { t: say } = useTranslation('worklist');
  const { t: common } = useTranslation('common');
  const speech = useSpeech();
  const verb = isRunning(state) ? 'cancel' : 'remove';
  const tabIndex = reachable ? 0 : -1;
  const flags = flagsOf(entry).filter((flag) => flag !== 'indeterminate' && flag !== 'problem');
  const unkept = unkeptReason(entry);
  const meanings = flags.map((flag) =>
    flag === 'unkept' ? unkept && say(`unkeptMeaning.${unkept}`) : say(`flagMeaning.${flag}`),
  );
  return (
    <li
      className={styles.row}
      data-status={state.status}
      data-checked={checked}
      data-film={id}
      aria-setsize={total}
      aria-posinset={position}
      style={style}
    >
      <Checkbox.Root
        className={styles.check}
        checked={checked}
        onCheckedChange={() => onCheck(id)}
        aria-label={say('mark', { name: source.name })}
        tabIndex={tabIndex}
      >
        <Checkbox.Indicator className={styles.tick}>
          <CheckIcon />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <button
        type="button"
        className={styles.choose}
        aria-current={current ? 'true' : undefined}
        tabIndex={tabIndex}
        onClick={() => onChoose(id)}
      >
        <Thumbnail film={filmOf(state)} failed={state.status === 'failed'} />
        <span className={styles.words}>
          <span className={styles.name} title={source.name} dir="auto">
            {source.name}
          </span>
          <span className={styles.state}>{statusText(state, t, speech)}</span>
          {flags.length > 0 && (
            <span className={styles.flag} title={meanings.join('\n')}>
              <WarningIcon />
              <span className={styles.flags}>
                {flags.map((flag) => say(`flag.${flag}`)).join(common('comma'))}
              </span>
            </span>
          )}
          {source.kind === 'demo' && <SyntheticTag />}
        </span>
      </button>
      <button
        type="button"
        className={styles.remove}
        aria-label={t(`${verb}Name`, { name: source.name })}
        title={t(verb)}
        tabIndex={tabIndex}
        onClick={() => remove(id)}
      >
        <CloseIcon />
      </button>
    </li>
  );
});
