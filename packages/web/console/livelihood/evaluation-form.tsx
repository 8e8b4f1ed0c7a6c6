import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import { JudgementForm } from './judgement-form.tsx';

type Count = 'members' | 'satisfied' | 'basically' | 'not';

const COUNTS: Readonly<Record<Count, ScreenText>> = {
  members: 'livelihood.members',
  satisfied: 'livelihood.gradeSatisfied',
  basically: 'livelihood.gradeBasically',
  not: 'livelihood.gradeNot',
};
const NAMES = Object.keys(COUNTS) as Count[];

/** Enters how deputies judged a project; the grade follows from the numbers, over all members. */
export function EvaluationForm({ promise }: { readonly promise: string }) {
  const { t } = useReader();
  return (
    <JudgementForm
      promise={promise}
      title={t('livelihood.enterEvaluation')}
      names={NAMES}
      label={(name) => t(COUNTS[name])}
      judged={(counts) =>
        NAMES.every((name) => typeof counts[name] === 'number') ? { by: 'deputies', ...counts } : undefined
      }
    />
  );
}
