import type { SearchAnswer, SearchKind } from '../../client/index.ts';
import { instantOf, useReader } from '../reader/index.ts';

/** Says how a search was understood and how far was looked; before anything is typed, what may be. */
export function SearchNote(props: { readonly answer: SearchAnswer | undefined; readonly typed: string }) {
  const { t, locale, zone } = useReader();
  const { answer, typed } = props;
  if (typed.trim() === '') return <p className="search-note quiet">{t('search.help')}</p>;
  if (answer === undefined) return <p className="search-note quiet"> </p>;
  const since = answer.since === null ? '' : dateIn(zone, locale, answer.since);
  const kinds = BY.filter(([kind]) => answer.looked.includes(kind))
    .map(([, name]) => t(name))
    .join(t('search.and'));
  const told = [
    answer.hint === 'nothing' && t('search.nothing'),
    answer.hint === 'phone' && t('search.phone'),
    kinds !== '' && t('search.looked', { kinds }),
    answer.because === 'common' && t('search.common', { since }),
    answer.because === 'many' && t('search.many', { since }),
    answer.behind && t('search.behind'),
  ];
  return (
    <p className="search-note quiet" role="status">
      {told.filter(Boolean).join(t('search.then'))}
    </p>
  );
}

const BY = [
  ['number', 'search.by.number'],
  ['phone', 'search.by.phone'],
  ['words', 'search.by.words'],
  ['sound', 'search.by.sound'],
] as const satisfies readonly (readonly [SearchKind, string])[];

function dateIn(zone: string, locale: string, moment: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium' }).format(instantOf(moment));
}
