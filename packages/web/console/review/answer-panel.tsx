import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { type PlanView, usePlanStep } from './review-data.ts';

interface Comment {
  readonly promise: string | null;
  readonly words: string;
}

/** The sheet of one's unit: agree with all of it, or say line by line what should change. */
export function AnswerPanel({ plan }: { readonly plan: PlanView }) {
  const { t } = useReader();
  const { message } = App.useApp();
  const step = usePlanStep(plan.id);
  const [comments, setComments] = useState<readonly Comment[]>([]);
  const sheet = plan.sheets.find(({ unit }) => unit.id === plan.mine);
  const own = plan.lines.filter(({ lead, assisting }) =>
    [lead, ...assisting].some((unit) => unit !== null && unit.id === plan.mine),
  );
  const said = comments.filter(({ words }) => words.trim().length >= 2);
  const set = (at: number, change: Partial<Comment>) =>
    setComments(comments.map((one, index) => (index === at ? { ...one, ...change } : one)));
  const send = (sent: readonly Comment[]) =>
    step.mutate(
      { step: 'answer', body: { comments: sent } },
      {
        onSuccess: () => {
          setComments([]);
          void message.success(t('review.answered'));
        },
      },
    );
  return (
    <section className="panel stack" aria-labelledby="answer">
      <h2 id="answer">{t('review.answer')}</h2>
      <p className="quiet">
        {t(plan.silenceConsents ? 'review.answerHint' : 'review.answerHintStrict', {
          due: sheet?.due ?? '',
          count: own.length,
        })}
      </p>
      {comments.map((comment, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: comments have no name of their own before they are kept
        <div key={at} className="stack answer-comment">
          <Select
            aria-label={t('review.onWhichLine')}
            value={comment.promise ?? ''}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: t('review.onWhole') },
              ...own.map(({ promise, no, task }) => ({ value: promise, label: `${no} ${task}` })),
            ]}
            onChange={(promise) => set(at, { promise: promise === '' ? null : promise })}
          />
          <Input.TextArea
            aria-label={t('review.commentWords')}
            placeholder={t('review.commentWords')}
            autoSize={{ minRows: 2 }}
            maxLength={1000}
            value={comment.words}
            onChange={({ target }) => set(at, { words: target.value })}
          />
        </div>
      ))}
      {step.error && <ErrorNote error={step.error} />}
      <div className="reasons">
        {comments.length === 0 ? (
          <Button type="primary" loading={step.isPending} onClick={() => send([])}>
            {t('review.agree')}
          </Button>
        ) : (
          <Button type="primary" loading={step.isPending} disabled={said.length === 0} onClick={() => send(said)}>
            {t('review.sendComments', { count: said.length })}
          </Button>
        )}
        <Button onClick={() => setComments([...comments, { promise: own[0]?.promise ?? null, words: '' }])}>
          {t('review.addComment')}
        </Button>
      </div>
    </section>
  );
}
