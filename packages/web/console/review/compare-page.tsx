import { ArrowLeftOutlined } from '@ant-design/icons';
import { Select, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import type { ScreenText } from '../text/index.ts';
import { type Comparison, useComparison } from './review-data.ts';

type Row = Comparison['rows'][number];
type Change = Row['change'];

const editionWords: Readonly<Record<Change, ScreenText>> = {
  changed: 'review.diffChanged',
  new: 'review.diffNew',
  gone: 'review.diffGone',
  moved: 'review.diffMoved',
  same: 'review.diffSame',
};
const yearWords: Readonly<Record<Change, ScreenText>> = {
  changed: 'review.backChanged',
  new: 'review.backNew',
  gone: 'review.backGone',
  moved: 'review.diffMoved',
  same: 'review.backSame',
};
const verdictWords: Readonly<Record<Comparison['answers'][number]['verdict'], ScreenText>> = {
  met: 'review.met',
  missed: 'review.missed',
  unclear: 'review.unclear',
  notMentioned: 'review.notMentioned',
};
const order: readonly Change[] = ['changed', 'gone', 'new', 'moved', 'same'];

/** Two reports side by side: what was reworded between editions, what returned between years and what became of its numbers. */
export function ComparePage() {
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const { t } = useReader();
  usePageTitle(t('review.compare'));
  const comparison = useComparison(id, params.get('with') ?? undefined);
  const [shown, setShown] = useState<readonly Change[]>(['changed', 'gone', 'new']);
  const found = comparison.data;
  if (found === undefined) {
    return (
      <div className="desk-wait">
        {comparison.error ? (
          <ErrorNote error={comparison.error} action={<Link to="/reports">{t('review.toReports')}</Link>} />
        ) : (
          <Skeleton active />
        )}
      </div>
    );
  }
  const words = found.kind === 'editions' ? editionWords : yearWords;
  const other = found.before.id === id ? found.after.id : found.before.id;
  return (
    <div className="compare">
      <header className="board-head">
        <div>
          <Link to="/reports">
            <ArrowLeftOutlined /> {t('review.toReports')}
          </Link>
          <h1>{t(found.kind === 'editions' ? 'review.compareEditions' : 'review.compareYears')}</h1>
        </div>
        <Select
          aria-label={t('review.compareWith')}
          className="compare-with"
          value={other}
          options={found.others.map((one) => ({
            value: one.id,
            label: `${t('review.edition', { year: one.year, edition: one.edition })} ${one.title}`,
          }))}
          onChange={(next) => setParams({ with: next })}
        />
      </header>
      <div className="compare-filter">
        {order
          .filter((change) => (found.counts[change] ?? 0) > 0)
          .map((change) => (
            <button
              key={change}
              type="button"
              className="chip"
              data-change={change}
              aria-pressed={shown.includes(change)}
              onClick={() =>
                setShown(shown.includes(change) ? shown.filter((one) => one !== change) : [...shown, change])
              }
            >
              {t(words[change])} <span className="num">{found.counts[change]}</span>
            </button>
          ))}
      </div>
      <table className="compare-table">
        <thead>
          <tr>
            <th>{t('review.edition', { year: found.before.year, edition: found.before.edition })}</th>
            <th>{t('review.edition', { year: found.after.year, edition: found.after.edition })}</th>
          </tr>
        </thead>
        <tbody>
          {found.rows
            .filter(({ change }) => shown.includes(change))
            .map((row) => (
              <CompareRow
                key={`${row.before?.no ?? ''}-${row.after?.no ?? ''}`}
                row={row}
                label={t(words[row.change])}
              />
            ))}
        </tbody>
      </table>
      {found.answers.length > 0 && <AnswerTable answers={found.answers} />}
    </div>
  );
}

function CompareRow({ row, label }: { readonly row: Row; readonly label: string }) {
  const side = (which: 'before' | 'after') => {
    const sentence = row[which];
    if (sentence === null) return <p className="quiet">—</p>;
    const kept = which === 'before' ? 'gone' : 'new';
    return (
      <>
        <p className="under quiet">{sentence.section ?? ''}</p>
        <p>
          {row.pieces.length === 0
            ? sentence.words
            : row.pieces
                .filter(({ kind }) => kind === 'same' || kind === kept)
                .map((piece, at) =>
                  piece.kind === 'same' ? (
                    piece.words
                  ) : which === 'before' ? (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change
                    <del key={at}>{piece.words}</del>
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change
                    <ins key={at}>{piece.words}</ins>
                  ),
                )}
        </p>
      </>
    );
  };
  return (
    <tr data-change={row.change}>
      <td>
        {side('before')}
        {row.promise !== null && (
          <Link className="num under" to={`/promises/${row.promise.id}`}>
            {row.promise.number}
          </Link>
        )}
      </td>
      <td>
        {side('after')}
        <span className="under diff-label">{label}</span>
      </td>
    </tr>
  );
}

function AnswerTable({ answers }: { readonly answers: Comparison['answers'] }) {
  const { t } = useReader();
  return (
    <section className="panel" aria-labelledby="answers">
      <h2 id="answers">{t('review.answersTitle')}</h2>
      <table className="cases answers-table">
        <thead>
          <tr>
            <th>{t('review.indicator')}</th>
            <th className="num">{t('review.target')}</th>
            <th className="col-state">{t('review.verdict')}</th>
            <th>{t('review.result')}</th>
          </tr>
        </thead>
        <tbody>
          {answers.map((answer, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one answer a target, in their order
            <tr key={at}>
              <td>{answer.metric || answer.quote}</td>
              <td className="num">
                {answer.comparator === '=' ? '' : `${answer.comparator} `}
                {answer.value} {answer.unit}
              </td>
              <td data-verdict={answer.verdict}>
                {t(verdictWords[answer.verdict])}
                {answer.certainty < 0.6 && <span className="mark">{t('review.unsure')}</span>}
              </td>
              <td>{answer.outcome ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
