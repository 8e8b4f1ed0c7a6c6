import { useMoments, useReader } from '../reader/index.ts';
import { answerWords } from './plan-words.ts';
import type { PlanView } from './review-data.ts';

/** Which units were asked, how, and what they answered. */
export function SheetPanel({ plan }: { readonly plan: PlanView }) {
  const { t, say } = useReader();
  const { at } = useMoments();
  if (plan.sheets.length === 0) return null;
  const answered = plan.sheets.filter(({ answer }) => answer !== null).length;
  return (
    <section className="panel" aria-labelledby="sheets">
      <h2 id="sheets">
        {t('review.sheets')}{' '}
        <span className="quiet num">{t('review.answeredOf', { answered, count: plan.sheets.length })}</span>
      </h2>
      <ul className="sheets">
        {plan.sheets.map((sheet) => (
          <li key={sheet.unit.id} data-answer={sheet.answer ?? 'none'}>
            <span>
              {say(sheet.unit.name)}
              {sheet.manner === 'ask' && <span className="mark">{t('review.asked')}</span>}
            </span>
            <span className="quiet num">{t('review.lines', { count: sheet.lines })}</span>
            <span className="num">
              {sheet.answer === null ? t('review.waits', { due: sheet.due }) : t(answerWords[sheet.answer])}
              {sheet.answeredAt !== null && <span className="under quiet">{at(sheet.answeredAt)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
