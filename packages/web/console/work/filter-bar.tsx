import { SearchOutlined } from '@ant-design/icons';
import { isPhone, plainPhone } from '@huying/kit/field';
import { Input, type InputRef, Select } from 'antd';
import { type Ref, useEffect, useState } from 'react';
import type { Words } from '../../client/index.ts';
import { ChoiceSearch } from '../form/choice-search.tsx';
import { useReader } from '../reader/index.ts';
import { type CaseFilter, DUE_FILTERS } from './case-filter.ts';
import { DUE_WORDS, useFilterNames } from './filter-names.ts';

/** Narrows a list by type, state, kind, unit and how it stands with its times, and searches it. Words are searched a moment after typing stops. */
export function FilterBar(props: {
  readonly filter: CaseFilter;
  readonly onChange: (filter: CaseFilter) => void;
  readonly searchBox: Ref<InputRef>;
  /** The name of the unit the list is narrowed to. */
  readonly unitName: Words | undefined;
}) {
  const { filter, onChange, unitName } = props;
  const { t, say } = useReader();
  const { types, states, kinds } = useFilterNames(filter.type);
  const unit = filter.unit || filter.own;
  const [words, typeWords] = useState(filter.words);
  // A telephone number never stands in an address, addresses are logged on their way: its end is enough to find by.
  const setWords = (typed: string) => typeWords(endOfPhone(typed) ?? typed);
  useEffect(() => typeWords(filter.words), [filter.words]);
  useEffect(() => {
    if (words === filter.words) return;
    const timer = setTimeout(() => onChange({ ...filter, words }), 300);
    return () => clearTimeout(timer);
  }, [words, filter, onChange]);

  const options = (names: ReadonlyMap<string, Words>) =>
    [...names].map(([value, name]) => ({ value, label: say(name) }));

  return (
    <search className="filters">
      <Input
        ref={props.searchBox}
        className="filter-words"
        prefix={<SearchOutlined />}
        value={words}
        allowClear
        placeholder={t('work.search')}
        aria-label={t('work.search')}
        maxLength={200}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onChange({ ...filter, words });
        }}
      />
      {types.size > 1 && (
        <Select
          className="filter-type"
          value={filter.type}
          aria-label={t('work.filterType')}
          options={[{ value: '', label: t('work.anyType') }, ...options(types)]}
          // States and kinds are those of a type.
          onChange={(type) => onChange({ ...filter, type, state: '', kind: '' })}
          popupMatchSelectWidth={false}
        />
      )}
      <Select
        className="filter-state"
        value={filter.state}
        aria-label={t('work.filterState')}
        options={[{ value: '', label: t('work.anyState') }, ...options(states)]}
        onChange={(state) => onChange({ ...filter, state })}
        popupMatchSelectWidth={false}
      />
      {kinds.size > 0 && (
        <Select
          className="filter-kind"
          value={filter.kind}
          aria-label={t('work.filterKind')}
          options={[{ value: '', label: t('work.anyKind') }, ...options(kinds)]}
          onChange={(next) => onChange({ ...filter, kind: next })}
          popupMatchSelectWidth={false}
        />
      )}
      <ChoiceSearch
        className="filter-unit"
        source="units"
        value={unit === '' ? undefined : unit}
        known={unit === '' || unitName === undefined ? {} : { [unit]: unitName }}
        onChange={(chosen) => onChange({ ...filter, unit: chosen ?? '', own: '' })}
        placeholder={t('work.anyUnit')}
        label={t('work.filterUnit')}
      />
      <Select
        className="filter-due"
        value={filter.due}
        aria-label={t('work.filterDue')}
        options={[
          { value: '' as const, label: t('work.anyDue') },
          ...DUE_FILTERS.map((due) => ({ value: due, label: t(DUE_WORDS[due]) })),
        ]}
        onChange={(due) => onChange({ ...filter, due })}
        popupMatchSelectWidth={false}
      />
    </search>
  );
}

function endOfPhone(typed: string): string | undefined {
  const number = plainPhone(typed);
  return isPhone(number) ? number.replace(/x\d+$/, '').slice(-4) : undefined;
}
