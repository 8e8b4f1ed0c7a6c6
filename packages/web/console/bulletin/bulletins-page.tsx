import { PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { BulletinRow } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { WideTable } from '../board/wide-table.tsx';
import { usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useBulletins } from './bulletin-data.ts';
import { DraftDrawer } from './draft-drawer.tsx';

/** Bulletins and papers, the newest first, and the way to draft another. */
export function BulletinsPage() {
  const { t } = useReader();
  const read = useBulletins();
  const [drafting, setDrafting] = useState(false);
  usePageTitle(t('bulletin.title'));
  const pages = read.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const makes = pages[0]?.makes ?? [];
  return (
    <div className="promises bulletins">
      <header className="promises-head">
        <h1>{t('bulletin.title')}</h1>
        {makes.length > 0 && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setDrafting(true)}>
            {t('bulletin.make')}
          </Button>
        )}
      </header>
      {read.error && (
        <ErrorNote
          error={read.error}
          action={<Button onClick={() => void read.refetch()}>{t('shell.retry')}</Button>}
        />
      )}
      {read.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {read.data && items.length === 0 && (
        <div className="empty">
          <h2>{t('bulletin.none')}</h2>
          <p>{t('bulletin.noneHint')}</p>
        </div>
      )}
      {items.length > 0 && <BulletinTable items={items} />}
      {read.hasNextPage && (
        <Button loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {t('bulletin.more')}
        </Button>
      )}
      {drafting && <DraftDrawer makes={makes} onClose={() => setDrafting(false)} />}
    </div>
  );
}

function BulletinTable(props: { readonly items: readonly BulletinRow[] }) {
  const { t, say, locale } = useReader();
  return (
    <WideTable label={t('bulletin.title')}>
      <table className="bulletin-table">
        <thead>
          <tr>
            <th scope="col">{t('bulletin.number')}</th>
            <th scope="col">{t('bulletin.name')}</th>
            <th scope="col">{t('bulletin.kind')}</th>
            <th scope="col">{t('bulletin.asOf')}</th>
            <th scope="col">{t('bulletin.state')}</th>
          </tr>
        </thead>
        <tbody>
          {props.items.map((row) => (
            <tr key={row.id}>
              <td className="num">{row.number ?? '—'}</td>
              <th scope="row">
                <Link to={`/bulletins/${row.id}`}>{row.title}</Link>
                {row.unit && <span className="quiet"> {say(row.unit.name)}</span>}
              </th>
              <td>{say(row.kind.name)}</td>
              <td className="num">{dayText(row.asOf, locale, true)}</td>
              <td>
                <StateMark row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

/** Draft, issued, or public. */
export function StateMark(props: { readonly row: Pick<BulletinRow, 'state' | 'publishedAt'> }) {
  const { t } = useReader();
  const { state, publishedAt } = props.row;
  if (state === 'draft') return <span className="mark own strong">{t('bulletin.draft')}</span>;
  return <span className="mark own">{publishedAt === null ? t('bulletin.issued') : t('bulletin.public')}</span>;
}
