import { useReader } from '../reader/index.ts';
import { useMe } from '../session/index.ts';
import type { ScreenText } from '../text/index.ts';
import { EvaluationForm } from './evaluation-form.tsx';
import { type EvaluationView, useEvaluations } from './livelihood-data.ts';
import { ScoreForm } from './score-form.tsx';

const GRADES: Readonly<Record<NonNullable<EvaluationView['grade']>, ScreenText>> = {
  satisfied: 'livelihood.gradeSatisfied',
  basically: 'livelihood.gradeBasically',
  not: 'livelihood.gradeNot',
};

/** Besides the congress's office, who enters how users scored it. */
const PUBLISHERS: readonly string[] = ['report-editor', 'supervisor'];

/** How deputies and users judged it, each with its base. */
export function EvaluationPanel({ promise }: { readonly promise: string }) {
  const { t } = useReader();
  const items = useEvaluations(promise).data?.items ?? [];
  const me = useMe();
  const role = me.posts.find(({ id }) => id === me.post)?.role ?? '';
  const enters = role === 'congress-officer';
  const scores = enters || PUBLISHERS.includes(role);
  if (items.length === 0 && !scores) return null;
  return (
    <section className="panel" aria-labelledby="evaluations">
      <h2 id="evaluations">{t('livelihood.evaluations')}</h2>
      <ul className="origin-list">
        {items.map((one) => (
          <li key={one.id}>
            <span className="num quiet">{one.heldOn}</span>{' '}
            {one.by === 'users'
              ? t('livelihood.byUsers', { mean: one.mean?.toFixed(1) ?? '–', n: one.n })
              : t('livelihood.byDeputies', { ...one.counts, grade: one.grade === null ? '–' : t(GRADES[one.grade]) })}
            {!one.published && <span className="mark">{t('livelihood.notPublished')}</span>}
          </li>
        ))}
      </ul>
      {enters && <EvaluationForm promise={promise} />}
      {scores && <ScoreForm promise={promise} />}
    </section>
  );
}
