import { Link } from 'react-router';
import type { CaseView } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';

type CaseLink = CaseView['links'][number];

/** What the case has to do with things elsewhere, in words. Cases merged with it have a panel of their own. */
export function LinkPanel({ links }: { readonly links: readonly CaseLink[] }) {
  const { t } = useReader();
  const others = links.filter(({ kind }) => kind !== 'merged');
  if (others.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="links">
      <h2 id="links">{t('case.links')}</h2>
      <ul className="lines">
        {others.map((link) => {
          const page = PAGES[link.of];
          const words = `${t(WORDS[`${link.kind} ${link.to}`] ?? 'case.linkRelated')}${t('case.linkTo')}`;
          const name = t(NAMES[link.of] ?? 'case.linkOther');
          return (
            <li key={`${link.kind} ${link.id}`}>
              {words}
              {page === undefined ? name : <Link to={`${page}/${link.id}`}>{name}</Link>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const PAGES: Readonly<Record<string, string>> = {
  case: '/cases',
  promise: '/promises',
  candidate: '/livelihood/candidates',
};

const NAMES: Readonly<Record<string, ScreenText>> = {
  case: 'case.linkCase',
  promise: 'case.linkPromise',
  candidate: 'case.linkCandidate',
};

/** By the kind of the link and the end that the other thing is at. */
const WORDS: Readonly<Record<string, ScreenText>> = {
  'origin to': 'case.linkBecame',
  'origin from': 'case.linkCameOf',
  'raised to': 'case.linkRaised',
  'raised from': 'case.linkRaisedBy',
  'joint to': 'case.linkPartOf',
  'joint from': 'case.linkPart',
};
