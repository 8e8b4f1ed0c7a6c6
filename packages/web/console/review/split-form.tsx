import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useReader } from '../reader/index.ts';
import { ItemFoot } from './item-foot.tsx';
import { figureText } from './item-words.ts';
import type { ItemView } from './review-data.ts';

interface Part {
  readonly title: string;
  /** Numbers of the item that go with it, by their places. */
  readonly figures: readonly number[];
}

/** Parts of an item: each a title and the numbers that go with it. The work the reader found begins as a part each. */
export function SplitForm(props: {
  readonly item: ItemView;
  readonly busy: boolean;
  /** Decided meanwhile, by another: it can be read and copied, not sent. */
  readonly isDecided: boolean;
  readonly onSubmit: (parts: readonly unknown[]) => void;
  readonly onCancel: () => void;
}) {
  const { proposed } = props.item;
  const { t } = useReader();
  const [parts, setParts] = useState<readonly Part[]>(() => partsOf(proposed));
  const set = (at: number, change: Partial<Part>) =>
    setParts(parts.map((part, index) => (index === at ? { ...part, ...change } : part)));
  const named = parts.filter(({ title }) => title.trim() !== '');
  const left = proposed.indicators.filter((_, at) => parts.every(({ figures }) => !figures.includes(at)));

  function submit() {
    if (named.length < 2 || props.busy || props.isDecided) return;
    props.onSubmit(
      named.map(({ title, figures }) => ({
        corrections: {
          title: title.trim().slice(0, 200),
          indicators: figures.flatMap((at) => proposed.indicators[at] ?? []),
        },
      })),
    );
  }

  return (
    <form
      className="item-form stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <p className="quiet">{t('review.splitHint')}</p>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name of their own before they are kept
        <div className="split-part" key={at}>
          <div className="split-head">
            <strong className="num">{at + 1}</strong>
            <Input.TextArea
              aria-label={t('review.partTitle', { n: at + 1 })}
              autoSize={{ minRows: 1 }}
              maxLength={200}
              value={part.title}
              autoFocus={at === 0}
              onChange={({ target }) => set(at, { title: target.value })}
            />
            <Button
              size="small"
              type="text"
              aria-label={t('review.remove')}
              onClick={() => setParts(parts.filter((_, index) => index !== at))}
            >
              ×
            </Button>
          </div>
          {proposed.indicators.length > 0 && (
            <div className="split-figures">
              {proposed.indicators.map((indicator, figure) => (
                <Checkbox
                  key={`${indicator.label} ${indicator.quote}`}
                  checked={part.figures.includes(figure)}
                  onChange={({ target }) =>
                    set(at, {
                      figures: target.checked
                        ? [...part.figures, figure]
                        : part.figures.filter((one) => one !== figure),
                    })
                  }
                >
                  {indicator.label} <span className="num">{figureText(indicator)}</span>
                </Checkbox>
              ))}
            </div>
          )}
        </div>
      ))}
      <Button
        className="own-width"
        size="small"
        type="dashed"
        onClick={() => setParts([...parts, { title: '', figures: [] }])}
      >
        {t('review.addPart')}
      </Button>
      {left.length > 0 && (
        <p className="split-left">{t('review.figuresLeft', { figures: left.map(({ label }) => label).join(' · ') })}</p>
      )}
      <ItemFoot
        send={t('review.splitInto', { count: named.length })}
        canSend={named.length >= 2}
        busy={props.busy}
        isDecided={props.isDecided}
        onCancel={props.onCancel}
      />
    </form>
  );
}

function partsOf({ tasks, title, indicators }: ItemView['proposed']): readonly Part[] {
  const titles = tasks.length > 1 ? tasks.map((task) => task.title) : [title, ''];
  return titles.map((words) => ({
    title: words,
    figures: indicators.flatMap(({ quote }, at) => (quote !== '' && words.includes(quote) ? [at] : [])),
  }));
}
