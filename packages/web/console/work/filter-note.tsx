import { Button } from 'antd';
import type { Words } from '../../client/index.ts';
import { useMoments, useReader } from '../reader/index.ts';
import { type CaseFilter, edgesOf, isFiltered } from './case-filter.ts';
import { DUE_WORDS, useFilterNames } from './filter-names.ts';

/** Says in words what a list is narrowed by, with the way out of it. */
export function FilterNote(props: {
  readonly filter: CaseFilter;
  readonly unitName: Words | undefined;
  readonly onClear: () => void;
}) {
  const { filter, unitName } = props;
  const { t, say } = useReader();
  const { at } = useMoments();
  const { types, states, kinds } = useFilterNames(filter.type);
  if (!isFiltered(filter)) return null;
  const { type, state, kind, unit, own, due, words } = filter;
  const edges = edgesOf(filter.opened);
  const name = (names: ReadonlyMap<string, Words>, code: string) => {
    const found = names.get(code);
    // A code is no name: it stands only where there is none, and not while the names come in.
    return found === undefined ? names.size > 0 && code : say(found);
  };
  const unitWords = unitName && say(unitName);
  const parts = [
    name(types, type),
    unitWords && unit !== '' && t('work.withBelow', { unit: unitWords }),
    unitWords && unit === '' && own !== '' && t('work.alone', { unit: unitWords }),
    name(states, state),
    name(kinds, kind),
    due !== '' && t(DUE_WORDS[due]),
    edges && t('work.openedIn', { from: at(edges[0]), until: at(edges[1]) }),
    words !== '' && t('work.wordsOf', { words }),
  ].filter(Boolean);
  return (
    <p className="filter-note" role="status">
      {parts.length > 0 && <span>{t('work.narrowedTo', { parts: parts.join(' · ') })}</span>}
      <Button type="link" size="small" onClick={props.onClear}>
        {t('work.clear')}
      </Button>
    </p>
  );
}
