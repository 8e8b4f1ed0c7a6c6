import { SearchOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Segmented, Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { Official, PromiseRow } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import { type GlanceFilter, isNarrowed, NO_GLANCE_FILTER } from './glance-filter.ts';
import { GROUPINGS, type Grouping, ORDERS, type Order } from './promise-groups.ts';
import { OFFICIAL } from './statuses.ts';

const BY: Readonly<Record<Grouping, ScreenText>> = {
  leader: 'promise.byLeader',
  section: 'promise.bySection',
  kind: 'promise.byKind',
  unit: 'promise.byUnit',
  none: 'promise.byNone',
};

const ORDER: Readonly<Record<Order, ScreenText>> = {
  number: 'promise.orderNumber',
  light: 'promise.orderLight',
  due: 'promise.orderDue',
};

/** What the year is narrowed by, what it is grouped by and in which order it stands. */
export function GlanceTools(props: {
  readonly rows: readonly PromiseRow[];
  readonly filter: GlanceFilter;
  /** Whether the reader is shown what contradictions are made from. */
  readonly measured: boolean;
  readonly year: number;
  readonly thisYear: number;
  readonly onFilter: (filter: GlanceFilter) => void;
  readonly onYear: (year: number) => void;
}) {
  const { filter, onFilter, rows, year, thisYear } = props;
  const { t, say } = useReader();
  const set = (part: Partial<GlanceFilter>) => onFilter({ ...filter, ...part });
  const [words, setWords] = useState(filter.words);
  useEffect(() => setWords(filter.words), [filter.words]);
  useEffect(() => {
    if (words === filter.words) return;
    const timer = setTimeout(() => onFilter({ ...filter, words }), 300);
    return () => clearTimeout(timer);
  }, [words, filter, onFilter]);

  const choices = useMemo(() => {
    const [kinds, units, leaders] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()];
    for (const { kind, lead, leader } of rows) {
      kinds.set(kind.id, say(kind.label));
      if (lead !== null) units.set(lead.id, say(lead.name));
      if (leader !== null) leaders.set(leader.post, leader.name);
    }
    return { kinds: listOf(kinds), units: listOf(units), leaders: listOf(leaders) };
  }, [rows, say]);
  const years = Array.from({ length: 5 }, (_, at) => thisYear + 1 - at);

  return (
    <search className="filters">
      <Select
        className="filter-year"
        value={year}
        aria-label={t('promise.year')}
        options={[...new Set([...years, year])].map((one) => ({
          value: one,
          label: t('promise.yearOf', { year: one }),
        }))}
        onChange={props.onYear}
      />
      <Segmented<Grouping>
        className="filter-by"
        aria-label={t('promise.groupedBy')}
        value={filter.by}
        options={GROUPINGS.map((one) => ({ value: one, label: t(BY[one]) }))}
        onChange={(by) => set({ by })}
      />
      <Select<Order>
        value={filter.order}
        aria-label={t('promise.order')}
        options={ORDERS.map((one) => ({ value: one, label: t(ORDER[one]) }))}
        onChange={(order) => set({ order })}
        popupMatchSelectWidth={false}
      />
      <Input
        className="filter-words"
        prefix={<SearchOutlined />}
        value={words}
        allowClear
        maxLength={100}
        placeholder={t('promise.search')}
        aria-label={t('promise.search')}
        onChange={(event) => setWords(event.target.value)}
      />
      <Choice
        label={t('promise.anyKind')}
        value={filter.kind}
        options={choices.kinds}
        onChange={(kind) => set({ kind })}
      />
      <Choice
        label={t('promise.anyLeader')}
        value={filter.leader}
        options={choices.leaders}
        onChange={(leader) => set({ leader })}
      />
      <Choice
        label={t('promise.anyUnit')}
        value={filter.unit}
        options={choices.units}
        onChange={(unit) => set({ unit })}
      />
      <Choice
        label={t('promise.anyOfficial')}
        value={filter.official}
        options={(Object.keys(OFFICIAL) as Official[]).map((value) => ({ value, label: t(OFFICIAL[value]) }))}
        onChange={(official) => set({ official })}
      />
      {props.measured && (
        <Checkbox checked={filter.disagrees} onChange={(event) => set({ disagrees: event.target.checked })}>
          {t('promise.onlyClashes')}
        </Checkbox>
      )}
      {isNarrowed(filter) && (
        <Button type="link" onClick={() => onFilter({ ...NO_GLANCE_FILTER, by: filter.by, order: filter.order })}>
          {t('work.clear')}
        </Button>
      )}
    </search>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}) {
  if (props.options.length < 2 && props.value === '') return null;
  return (
    <Select
      value={props.value}
      aria-label={props.label}
      options={[{ value: '', label: props.label }, ...props.options]}
      onChange={props.onChange}
      popupMatchSelectWidth={false}
    />
  );
}

function listOf(names: ReadonlyMap<string, string>): readonly { readonly value: string; readonly label: string }[] {
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'zh'));
}
