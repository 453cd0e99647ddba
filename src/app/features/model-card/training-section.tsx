import { useTranslation } from 'react-i18next';
import type { Card } from '../../../models/card.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { CardSection } from './card-section.tsx';
import { Facts } from './facts.tsx';

/** A card's free text, which is English. */
const english = (text: string) => <bdi lang="en">{text}</bdi>;

export function TrainingSection({ training }: Pick<Card, 'training'>) {
  const { films, patients, data, minutes, epochs, compute, seed, date, commit } = training;
  const { t } = useTranslation('modelCard');
  const { count } = useSpeech().format;
  return (
    <CardSection title={t('training.title')}>
      <Facts
        facts={[
          [
            t('training.films'),
            t('training.ofPatients', { films: count(films), patients: count(patients) }),
          ],
          [t('training.which'), english(data)],
          [
            t('training.time'),
            t('training.minutes', { minutes: count(minutes), epochs: count(epochs) }),
          ],
          [t('training.compute'), english(compute)],
          [t('training.seed'), seed],
          [t('training.date'), date],
          [t('training.commit'), <code key="commit">{commit}</code>],
        ]}
      />
    </CardSection>
  );
}
