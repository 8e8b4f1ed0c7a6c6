import { NavLink } from 'react-router';
import type { WorklistEntry } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';

/** The worklists with how much is in them. Counts have a width of their own, so that nothing moves when they change. */
export function WorklistMenu(props: { readonly worklists: readonly WorklistEntry[] }) {
  const { t, say } = useReader();
  return (
    <nav className="worklists" aria-label={t('work.worklists')}>
      <ul>
        {props.worklists.map(({ id, name, count, capped }) => (
          <li key={id}>
            <NavLink to={`/work/${id}`}>
              <span>{say(name)}</span>
              <span
                className="count num"
                data-none={count === 0}
                title={capped ? t('work.capped', { count }) : undefined}
              >
                {capped ? `${count}+` : count}
              </span>
            </NavLink>
          </li>
        ))}
        <li className="worklists-apart">
          <NavLink to="/duplicates">{t('duplicates.title')}</NavLink>
        </li>
      </ul>
    </nav>
  );
}
