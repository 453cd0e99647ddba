import { useTranslation } from 'react-i18next';
import type { Card } from '../../../models/card.ts';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import { classifierOf } from '../../i18n/model-names.ts';
import { useReader } from '../../store/reader-context.tsx';

const COMMIT_LETTERS = 7;

/** Which networks answered: by name, and where their cards are known, by training. */
export function ModelVersions({ models }: Pick<ShownStudy, 'models'>) {
  const { t } = useTranslation('answer');
  const shelf = useReader((state) => state.shelf);
  const segmenter = shelf.status === 'ready' ? shelf.segmenter : null;
  const said = (id: string, card: Pick<Card, 'id' | 'training'> | null | undefined) =>
    card?.id === id
      ? t('version', {
          id,
          date: card.training.date,
          commit: card.training.commit.slice(0, COMMIT_LETTERS),
        })
      : id;
  return (
    <>
      <bdi>{said(models.segmenter, segmenter)}</bdi>
      <br />
      <bdi>{said(models.classifier, classifierOf(shelf, models.classifier)?.card)}</bdi>
    </>
  );
}
