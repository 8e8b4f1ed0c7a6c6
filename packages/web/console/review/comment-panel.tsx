import { Button, Input } from 'antd';
import { useState } from 'react';
import { useMoments, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { outcomeWords } from './plan-words.ts';
import { type PlanView, usePlanStep } from './review-data.ts';

/** What the units want changed, and what became of each. */
export function CommentPanel(props: { readonly plan: PlanView; readonly onOpen: (promise: string) => void }) {
  const { plan } = props;
  const { t, say } = useReader();
  const { at } = useMoments();
  if (plan.comments.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="comments">
      <h2 id="comments">{t('review.comments')}</h2>
      <ul className="comments">
        {plan.comments.map((comment) => {
          const line = plan.lines.find(({ promise }) => promise === comment.promise);
          return (
            <li key={comment.id}>
              <p className="quiet">
                <strong>{say(comment.unit.name)}</strong> {comment.by} <span className="num">{at(comment.at)}</span>
              </p>
              {line !== undefined && (
                <button type="button" className="line-open" onClick={() => props.onOpen(line.promise)}>
                  {t('review.onLine', { no: line.no, task: line.task })}
                </button>
              )}
              <p>{comment.words}</p>
              {comment.outcome !== null ? (
                <p className="comment-outcome">
                  <strong>{t(outcomeWords[comment.outcome])}</strong> {comment.reply}
                </p>
              ) : (
                plan.may.includes('settle') && <SettleForm plan={plan} comment={comment.id} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function SettleForm({ plan, comment }: { readonly plan: PlanView; readonly comment: string }) {
  const { t } = useReader();
  const step = usePlanStep(plan.id);
  const [reply, setReply] = useState('');
  return (
    <div className="stack">
      <Input.TextArea
        aria-label={t('review.reply')}
        placeholder={t('review.reply')}
        autoSize={{ minRows: 1 }}
        maxLength={1000}
        value={reply}
        onChange={({ target }) => setReply(target.value)}
      />
      <div className="reasons">
        {(['taken', 'partly', 'declined'] as const).map((outcome) => (
          <Button
            key={outcome}
            size="small"
            disabled={reply.trim().length < 2 || step.isPending}
            onClick={() => step.mutate({ step: `comments/${comment}`, body: { outcome, reply: reply.trim() } })}
          >
            {t(outcomeWords[outcome])}
          </Button>
        ))}
      </div>
      {step.error && <ErrorNote error={step.error} />}
    </div>
  );
}
