import { SearchOutlined } from '@ant-design/icons';
import { isPhone, plainPhone } from '@huying/kit/field';
import { Button, Input, type InputRef, Select } from 'antd';
import { type Ref, useEffect, useState } from 'react';
import { useDefinition, useDefinitions } from '../case/definitions.ts';
import { ChoiceSearch } from '../form/choice-search.tsx';
import { useReader } from '../reader/index.ts';
import { type CaseFilter, isFiltered, NO_FILTER } from './case-filter.ts';

/** Narrows a list by state, kind and unit, and searches it. Words are searched a moment after typing stops. */
export function FilterBar(props: {
  readonly filter: CaseFilter;
  readonly onChange: (filter: CaseFilter) => void;
  readonly searchBox: Ref<InputRef>;
}) {
  const { filter, onChange } = props;
  const { t, say } = useReader();
  const definitions = useDefinitions();
  const definition = useDefinition(definitions.data?.[0]?.hash).data;
  const [words, typeWords] = useState(filter.words);
  // A telephone number never stands in an address, addresses are logged on their way: its end is enough to find by.
  const setWords = (typed: string) => typeWords(endOfPhone(typed) ?? typed);
  useEffect(() => typeWords(filter.words), [filter.words]);
  useEffect(() => {
    if (words === filter.words) return;
    const timer = setTimeout(() => onChange({ ...filter, words }), 300);
    return () => clearTimeout(timer);
  }, [words, filter, onChange]);

  const options = (path: string, codes: readonly string[]) =>
    codes.map((code) => {
      const found = definition?.words[`${definition.id}/${path}/${code}`];
      return { value: code, label: found ? say(found) : code };
    });
  const kind = definition?.type.fields.demandKind;
  const kinds = kind?.kind === 'choice' && kind.source.from === 'options' ? Object.keys(kind.source.options) : [];
  const states = Object.keys(definition?.type.states ?? {});

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
      <Select
        className="filter-state"
        value={filter.state}
        aria-label={t('work.filterState')}
        options={[{ value: '', label: t('work.anyState') }, ...options('states', states)]}
        onChange={(state) => onChange({ ...filter, state })}
        popupMatchSelectWidth={false}
      />
      {kinds.length > 0 && (
        <Select
          className="filter-kind"
          value={filter.kind}
          aria-label={t('work.filterKind')}
          options={[{ value: '', label: t('work.anyKind') }, ...options('fields/demandKind', kinds)]}
          onChange={(next) => onChange({ ...filter, kind: next })}
          popupMatchSelectWidth={false}
        />
      )}
      <ChoiceSearch
        className="filter-unit"
        source="units"
        value={filter.unit === '' ? undefined : filter.unit}
        onChange={(unit) => onChange({ ...filter, unit: unit ?? '' })}
        placeholder={t('work.anyUnit')}
        label={t('work.filterUnit')}
      />
      {isFiltered(filter) && (
        <Button type="link" onClick={() => onChange(NO_FILTER)}>
          {t('work.clear')}
        </Button>
      )}
    </search>
  );
}

function endOfPhone(typed: string): string | undefined {
  const number = plainPhone(typed);
  return isPhone(number) ? number.replace(/x\d+$/, '').slice(-4) : undefined;
}
