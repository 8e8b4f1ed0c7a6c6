import { Button, Input, InputNumber, Select } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { Labelled } from '../form/labelled.tsx';
import { useReader } from '../reader/index.ts';
import { ItemFoot } from './item-foot.tsx';
import { comparatorWords, firmnessWords } from './item-words.ts';
import type { ItemView, ReportView } from './review-data.ts';

type Proposed = ItemView['proposed'];
type Indicator = Proposed['indicators'][number];

/** Everything a reviewer may say otherwise than the reader; what was left alone is not sent. */
export function ItemForm(props: {
  readonly proposed: Proposed;
  readonly kinds: ReportView['kinds'];
  readonly busy: boolean;
  /** Decided meanwhile, by another: it can be read and copied, not sent. */
  readonly isDecided: boolean;
  readonly onSubmit: (corrections: Readonly<Record<string, unknown>>) => void;
  readonly onCancel: () => void;
}) {
  const { proposed } = props;
  const { t, say } = useReader();
  const id = useId();
  const [draft, setDraft] = useState<Proposed>(proposed);
  const [tasks, setTasks] = useState(proposed.tasks.map(({ title }) => title).join('\n'));
  const set = (change: Partial<Proposed>) => setDraft((before) => ({ ...before, ...change }));
  const text = (value: string) => (value.trim() === '' ? null : value.trim());

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (draft.title.trim() === '' || props.busy || props.isDecided) return;
    props.onSubmit(changesOf(proposed, { ...draft, title: draft.title.trim(), tasks: tasksOf(tasks, proposed.tasks) }));
  }

  return (
    <form
      className="item-form stack"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <Labelled id={`${id}-title`} label={t('review.title')}>
        <Input.TextArea
          id={`${id}-title`}
          autoSize={{ minRows: 2 }}
          maxLength={200}
          value={draft.title}
          autoFocus
          onChange={({ target }) => set({ title: target.value })}
        />
      </Labelled>
      <div className="item-form-row">
        <Labelled id={`${id}-kind`} label={t('review.kind')}>
          <Select
            id={`${id}-kind`}
            value={draft.kind}
            options={props.kinds.map((kind) => ({ value: kind.id, label: say(kind.name) }))}
            onChange={(kind) => set({ kind })}
          />
        </Labelled>
        <Labelled id={`${id}-due`} label={t('review.due')}>
          <input
            id={`${id}-due`}
            className="period-day"
            type="date"
            value={draft.due ?? ''}
            onChange={({ target }) => set({ due: target.value === '' ? null : target.value })}
          />
        </Labelled>
        <Labelled id={`${id}-firmness`} label={t('review.firmness')}>
          <Select
            id={`${id}-firmness`}
            value={draft.firmness}
            options={(['binding', 'aimed', 'plain'] as const).map((value) => ({
              value,
              label: t(firmnessWords[value]),
            }))}
            onChange={(firmness) => set({ firmness })}
          />
        </Labelled>
      </div>
      <Labelled id={`${id}-deliverable`} label={t('review.deliverable')}>
        <Input.TextArea
          id={`${id}-deliverable`}
          autoSize={{ minRows: 1, maxRows: 6 }}
          value={draft.deliverable ?? ''}
          onChange={({ target }) => set({ deliverable: text(target.value) })}
        />
      </Labelled>
      <fieldset className="item-figures">
        <legend>{t('review.indicators')}</legend>
        {draft.indicators.map((indicator, at) => (
          <IndicatorRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own before they are kept
            key={at}
            indicator={indicator}
            onChange={(next) =>
              set({ indicators: draft.indicators.flatMap((one, index) => (index === at ? (next ?? []) : one)) })
            }
          />
        ))}
        <Button size="small" type="dashed" onClick={() => set({ indicators: [...draft.indicators, fresh] })}>
          {t('review.addIndicator')}
        </Button>
      </fieldset>
      {draft.indicators.length === 0 && (
        <Labelled id={`${id}-measure`} label={t('review.measure')}>
          <Input
            id={`${id}-measure`}
            value={draft.measure ?? ''}
            onChange={({ target }) => set({ measure: text(target.value) })}
          />
        </Labelled>
      )}
      <Labelled id={`${id}-tasks`} label={t('review.tasksByLine')}>
        <Input.TextArea
          id={`${id}-tasks`}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={tasks}
          onChange={({ target }) => setTasks(target.value)}
        />
      </Labelled>
      <ItemFoot
        send={t('review.acceptCorrected')}
        canSend={draft.title.trim() !== ''}
        busy={props.busy}
        isDecided={props.isDecided}
        onCancel={props.onCancel}
      />
    </form>
  );
}

const fresh: Indicator = {
  label: '',
  value: 0,
  upper: null,
  stretch: null,
  unit: '',
  comparator: '=',
  kind: 'new',
  direction: null,
  quote: '',
};

function IndicatorRow(props: { readonly indicator: Indicator; readonly onChange: (next: Indicator | null) => void }) {
  const { indicator, onChange } = props;
  const { t } = useReader();
  const set = (change: Partial<Indicator>) => onChange({ ...indicator, ...change });
  return (
    <div className="figure-row">
      <Input
        aria-label={t('review.indicator')}
        placeholder={t('review.indicator')}
        value={indicator.label}
        maxLength={80}
        onChange={({ target }) => set({ label: target.value })}
      />
      <Select
        aria-label={t('review.comparator')}
        value={indicator.comparator}
        options={(['=', '>=', '<=', '~', 'range'] as const).map((value) => ({
          value,
          label: t(comparatorWords[value]),
        }))}
        onChange={(comparator) => set({ comparator, ...(comparator === 'range' ? {} : { upper: null }) })}
      />
      <InputNumber
        aria-label={t('review.value')}
        value={indicator.value}
        onChange={(value) => set({ value: value ?? 0 })}
      />
      {indicator.comparator === 'range' && (
        <InputNumber aria-label={t('review.upper')} value={indicator.upper} onChange={(upper) => set({ upper })} />
      )}
      <Input
        className="figure-unit"
        aria-label={t('review.unit')}
        placeholder={t('review.unit')}
        value={indicator.unit}
        maxLength={20}
        onChange={({ target }) => set({ unit: target.value })}
      />
      <Button size="small" type="text" aria-label={t('review.remove')} onClick={() => onChange(null)}>
        ×
      </Button>
    </div>
  );
}

function tasksOf(text: string, before: Proposed['tasks']): Proposed['tasks'] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((title) => ({ title: title.slice(0, 200), due: before.find((task) => task.title === title)?.due ?? null }));
}

/** Only what differs: an item accepted without a change is accepted, not corrected. */
export function changesOf(before: Proposed, after: Proposed): Readonly<Record<string, unknown>> {
  const fields = ['kind', 'title', 'deliverable', 'measure', 'due', 'firmness', 'indicators', 'tasks'] as const;
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return Object.fromEntries(
    changed.map((field) => [
      field,
      field === 'indicators' ? after.indicators.filter(({ label }) => label.trim() !== '') : after[field],
    ]),
  );
}
