import { useTranslation } from 'react-i18next';
import { LABELS } from '../../../models/labels.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { FLAGS } from './film-flags.ts';
import { type FilmQuery, type Filter, ORDERS, type Order, STAGES } from './film-query.ts';
import styles from './worklist.module.css';

interface WorklistFiltersProps {
  readonly query: FilmQuery;
  readonly onChange: (query: FilmQuery) => void;
}

/** Which films are listed, and in which order. */
export function WorklistFilters({ query, onChange }: WorklistFiltersProps) {
  const { t } = useTranslation('worklist');
  const { labels } = useSpeech();
  return (
    <div className={styles.filters}>
      <input
        id="find-film"
        type="search"
        className={styles.search}
        value={query.text}
        onChange={({ target }) => onChange({ ...query, text: target.value })}
        placeholder={t('find')}
        aria-label={t('find')}
      />
      <ChoiceMenu<Filter>
        name={t('show')}
        value={query.filter}
        onChoose={(filter) => onChange({ ...query, filter })}
        groups={[
          { title: null, choices: [{ value: 'all', text: t('all') }] },
          {
            title: t('byState'),
            choices: STAGES.map((stage) => ({
              value: `stage:${stage}`,
              text: t(`stage.${stage}`),
            })),
          },
          {
            title: t('byClass'),
            choices: LABELS.map((label) => ({ value: `class:${label}`, text: labels[label] })),
          },
          {
            title: t('byFlag'),
            choices: FLAGS.map((flag) => ({ value: `flag:${flag}`, text: t(`flag.${flag}`) })),
          },
        ]}
      />
      <ChoiceMenu<Order>
        name={t('sort')}
        value={query.order}
        onChoose={(order) => onChange({ ...query, order })}
        groups={[
          {
            title: t('sort'),
            choices: ORDERS.map((order) => ({ value: order, text: t(`order.${order}`) })),
          },
        ]}
      />
    </div>
  );
}
