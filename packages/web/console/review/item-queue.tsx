import { type RefObject, useEffect, useRef } from 'react';
import { useReader } from '../reader/index.ts';
import { decisionWords } from './item-words.ts';
import type { ItemView } from './review-data.ts';

/** The items in the order of the report, each with how it stands. */
export function ItemQueue(props: {
  readonly items: readonly ItemView[];
  readonly current: number | undefined;
  readonly marked: ReadonlySet<number>;
  readonly list: RefObject<HTMLUListElement | null>;
  readonly onChoose: (item: ItemView) => void;
}) {
  const { items, current, marked, onChoose } = props;
  const { t } = useReader();
  const chosen = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it scrolls when another is chosen
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <ul className="queue" ref={props.list}>
      {items.map((item) => (
        <li
          key={item.no}
          ref={item.no === current ? chosen : undefined}
          data-decision={item.decision}
          data-marked={marked.has(item.no)}
          data-doubt={item.doubt !== null}
        >
          <button
            type="button"
            aria-current={item.no === current}
            aria-label={`${item.no} ${item.proposed.title} ${t(decisionWords[item.decision])}`}
            onClick={() => onChoose(item)}
          >
            <span className="queue-sign" aria-hidden="true">
              {marked.has(item.no) ? '◆' : signs[item.decision]}
            </span>
            <span className="queue-title">{item.promise?.title ?? item.proposed.title}</span>
            {item.proposed.indicators.length > 0 && (
              <span className="queue-count num" title={t('review.indicators')}>
                {item.proposed.indicators.length}
              </span>
            )}
          </button>
        </li>
      ))}
      {items.length === 0 && <li className="quiet queue-none">{t('review.nothingHere')}</li>}
    </ul>
  );
}

const signs: Readonly<Record<ItemView['decision'], string>> = {
  open: '○',
  accepted: '✓',
  corrected: '✎',
  split: '⋔',
  merged: '⋈',
  dismissed: '×',
};
