import { memo, useEffect, useMemo, useRef } from 'react';
import { useReader } from '../reader/index.ts';
import type { ItemView, ReportView } from './review-data.ts';
import { linesOf, type SourceLine } from './source-text.ts';

/** The report as it was given, with what is made of its sentences: open, decided, left out, and those under the eye. */
export function SourcePane(props: {
  readonly report: ReportView;
  readonly items: readonly ItemView[];
  readonly current: ItemView | undefined;
  readonly onChoose: (item: ItemView) => void;
}) {
  const { report, items, current, onChoose } = props;
  const { t } = useReader();
  const lines = useMemo(() => linesOf(report), [report]);
  const pane = useRef<HTMLDivElement>(null);
  const byClause = useMemo(() => itemsByClause(items), [items]);
  const shown = new Set(current?.clauses ?? []);
  const first = current?.clauses[0];

  useEffect(() => {
    const box = pane.current;
    const sentence = first === undefined ? null : box?.querySelector<HTMLElement>(`[data-clause="${first}"]`);
    if (!box || !sentence) return;
    const place = sentence.offsetTop - box.offsetTop;
    const isSeen = place > box.scrollTop + 40 && place < box.scrollTop + box.clientHeight - 140;
    if (!isSeen) box.scrollTo({ top: Math.max(0, place - box.clientHeight / 3) });
  }, [first]);

  useEffect(() => {
    const box = pane.current;
    if (!box) return;
    // The items are buttons in the queue; in the text a click on their sentence finds them, too.
    const choose = (event: MouseEvent) => {
      const sentence = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-clause]') : null;
      const found = byClause.get(Number(sentence?.dataset.clause));
      if (found !== undefined) onChoose(found);
    };
    box.addEventListener('click', choose);
    return () => box.removeEventListener('click', choose);
  }, [byClause, onChoose]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <section className="source" ref={pane} tabIndex={0} aria-label={t('review.report')}>
      {lines.map((line) => {
        const own = line.stretches.some(({ clause }) => clause !== null && shown.has(clause));
        const marks = line.stretches.map(({ clause }) => markOf(clause === null ? undefined : byClause.get(clause)));
        return <Line key={line.at} line={line} marks={marks.join(' ')} shown={own ? [...shown].join(' ') : ''} />;
      })}
    </section>
  );
}

/** One line; drawn anew only where its marks or the sentences under the eye changed. */
const Line = memo(function Line(props: { readonly line: SourceLine; readonly marks: string; readonly shown: string }) {
  const marks = props.marks.split(' ');
  const shown = new Set(props.shown.split(' ').map(Number));
  return (
    <p className={props.line.heading ? 'source-line source-heading' : 'source-line'}>
      {props.line.stretches.map(({ words, clause }, index) =>
        clause === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
          <span key={index} className="source-between">
            {words}
          </span>
        ) : (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
            key={index}
            data-clause={clause}
            data-mark={marks[index]}
            data-shown={shown.has(clause)}
            className="said"
          >
            {words}
          </span>
        ),
      )}
    </p>
  );
});

function markOf(item: ItemView | undefined): string {
  if (item === undefined) return 'none';
  if (item.decision === 'open') return 'open';
  return item.decision === 'dismissed' ? 'out' : 'done';
}

/** The item a sentence opens: an open one before those decided, and parts before the whole they came from. */
function itemsByClause(items: readonly ItemView[]): ReadonlyMap<number, ItemView> {
  const rank = ({ decision }: ItemView) =>
    decision === 'open' ? 0 : decision === 'split' || decision === 'merged' ? 2 : 1;
  const found = new Map<number, ItemView>();
  for (const item of items) {
    for (const clause of item.clauses) {
      const other = found.get(clause);
      if (other === undefined || rank(item) < rank(other)) found.set(clause, item);
    }
  }
  return found;
}
