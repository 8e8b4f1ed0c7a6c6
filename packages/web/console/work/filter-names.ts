import type { Words } from '../../client/index.ts';
import { useDefinition, useDefinitions } from '../case/definitions.ts';
import type { ScreenText } from '../text/index.ts';
import type { DueFilter } from './case-filter.ts';

export const DUE_WORDS: Readonly<Record<DueFilter, ScreenText>> = {
  soon: 'board.soon',
  late: 'board.late',
  stepLate: 'board.stepLate',
};

/** What the types of cases are called, and the states and kinds of one of them; of the first where none is chosen. */
export function useFilterNames(type: string) {
  const definitions = useDefinitions().data ?? [];
  const entry = definitions.find((one) => one.type === type) ?? definitions[0];
  const definition = useDefinition(entry?.hash).data;
  const named = (path: string, codes: readonly string[]): ReadonlyMap<string, Words> =>
    new Map(
      codes.map((code) => [code, definition?.words[`${definition.id}/${path}/${code}`] ?? { zh: code, en: code }]),
    );
  const kind = definition?.type.fields.demandKind;
  return {
    types: new Map(definitions.map((one) => [one.type, one.name])),
    states: named('states', Object.keys(definition?.type.states ?? {})),
    kinds: named(
      'fields/demandKind',
      kind?.kind === 'choice' && kind.source.from === 'options' ? Object.keys(kind.source.options) : [],
    ),
  };
}
