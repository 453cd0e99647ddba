import { useTranslation } from 'react-i18next';
import { GATE_CODES, type RefusalCode } from '../../../pipeline/gate/gate-codes.ts';
import type { FilmEntry } from '../../store/film-state.ts';
import { useReader } from '../../store/reader-context.tsx';
import { Button } from '../../ui/button.tsx';
import { fixesFor, nameFix } from './fixes.ts';
import styles from './gate.module.css';

interface RefusalActionsProps {
  readonly entry: FilmEntry;
  readonly codes: readonly RefusalCode[];
}

/** Ways on from a refusal: to set the film right, or to read it as it is, which is then told. */
export function RefusalActions({ entry: { id, source }, codes }: RefusalActionsProps) {
  const { t } = useTranslation('gate');
  const readAgain = useReader((reader) => reader.readAgain);
  const fixes = fixesFor(codes);
  // Without lungs there is nothing to read, and what was set aside already cannot be again.
  const canOverride = codes.length > 0 && source.overrides === undefined;
  return (
    <div className={styles.ways}>
      {fixes.length > 0 && (
        <Button
          kind="primary"
          onClick={() => readAgain(id, { corrections: [...(source.corrections ?? []), ...fixes] })}
        >
          {t(`fix.${nameFix(fixes)}`)}
        </Button>
      )}
      {canOverride && (
        <>
          <Button kind="quiet" onClick={() => readAgain(id, { overrides: GATE_CODES })}>
            {t('anyway')}
          </Button>
          <p className={styles.hint}>{t('anywayHint')}</p>
        </>
      )}
    </div>
  );
}
