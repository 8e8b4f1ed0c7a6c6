import { Select } from 'antd';
import type { ReactNode } from 'react';
import { NavLink, useSearchParams } from 'react-router';
import { useNow, usePageTitle, useReader } from '../reader/index.ts';

/** The year a page of livelihood projects is of: named in the address, else the present one. */
export function useYear(): number {
  const [params] = useSearchParams();
  const now = useNow();
  const named = Number(params.get('year'));
  return Number.isInteger(named) && named > 1999 && named < 2101 ? named : new Date(now).getFullYear();
}

/** The frame of the lists: which year, and list, candidates or votes of it. */
export function LivelihoodFrame(props: {
  readonly title: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useReader();
  const year = useYear();
  const now = new Date(useNow()).getFullYear();
  const [, setParams] = useSearchParams();
  usePageTitle(props.title);
  const years = [...new Set([now + 1, now, now - 1, now - 2, year])].sort((a, b) => b - a);
  return (
    <div className="livelihood">
      <header className="livelihood-head">
        <h1>{t('livelihood.title')}</h1>
        <Select
          aria-label={t('livelihood.year')}
          value={year}
          options={years.map((value) => ({ value, label: t('livelihood.ofYear', { year: value }) }))}
          onChange={(value) => setParams({ year: String(value) })}
        />
        <nav aria-label={t('livelihood.title')} className="livelihood-tabs">
          <NavLink end to={`/livelihood?year=${year}`}>
            {t('livelihood.list')}
          </NavLink>
          <NavLink to={`/livelihood/candidates?year=${year}`}>{t('livelihood.candidates')}</NavLink>
          <NavLink to={`/livelihood/votes?year=${year}`}>{t('livelihood.votes')}</NavLink>
        </nav>
        <div className="livelihood-tools">{props.tools}</div>
      </header>
      {props.children}
    </div>
  );
}
