import { useReader } from '../reader/index.ts';
import { JudgementForm } from './judgement-form.tsx';
import { STARS, wholeScores } from './scores.ts';

/** Enters how many users gave it how many stars; the mean is shown with how many they were. */
export function ScoreForm({ promise }: { readonly promise: string }) {
  const { t } = useReader();
  return (
    <JudgementForm
      promise={promise}
      title={t('livelihood.enterScores')}
      names={STARS}
      label={(stars) => t('livelihood.stars', { stars })}
      judged={(scores) => {
        const whole = wholeScores(scores);
        return whole && { by: 'users', ...whole };
      }}
    />
  );
}
