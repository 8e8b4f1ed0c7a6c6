import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton, Tabs } from 'antd';
import { isRefusal, type PersonPage } from '../../client/index.ts';
import { useMoments, usePageTitle, useReader } from '../reader/index.ts';
import { useMe, useSession } from '../session/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { READS_ACCOUNTS } from '../shell/roles.ts';
import { UnitList } from './unit-list.tsx';

/** The district's units, and for its administrators the people with their posts. To read; that a unit went into others is recorded here, other changes are made by command. */
export function PeoplePage() {
  const { t } = useReader();
  const me = useMe();
  const role = me.posts.find(({ id }) => id === me.post)?.role ?? '';
  const readsAccounts = READS_ACCOUNTS.includes(role);
  const title = t(readsAccounts ? 'admin.people' : 'admin.units');
  usePageTitle(title);
  return (
    <div className="page">
      <h1>{title}</h1>
      {readsAccounts ? (
        <Tabs
          items={[
            { key: 'people', label: t('admin.persons'), children: <People /> },
            { key: 'units', label: t('admin.units'), children: <UnitList /> },
          ]}
        />
      ) : (
        <UnitList />
      )}
    </div>
  );
}

function People() {
  const { client } = useSession();
  const { t, say } = useReader();
  const { at, now } = useMoments();
  const people = useInfiniteQuery({
    queryKey: ['users'],
    queryFn: ({ pageParam }) => client.read<PersonPage>('/api/users', { after: pageParam, limit: 100 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  if (people.isPending) return <Skeleton active />;
  if (people.data === undefined) {
    return isRefusal(people.error) && people.error.status === 403 ? (
      <p className="quiet">{t('admin.notAdministrator')}</p>
    ) : (
      <ErrorNote error={people.error} />
    );
  }
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('admin.person')}</th>
            <th>{t('session.name')}</th>
            <th>{t('admin.posts')}</th>
            <th>{t('work.state')}</th>
          </tr>
        </thead>
        <tbody>
          {people.data.pages
            .flatMap(({ items }) => items)
            .map((person) => (
              <tr key={person.id}>
                <td>{person.displayName}</td>
                <td>{person.name}</td>
                <td>
                  {person.posts.map((post) => (
                    <span key={post.id} className="post-line">
                      {say(post.roleName)}
                      <span className="quiet"> {post.unit.name && say(post.unit.name)}</span>
                    </span>
                  ))}
                </td>
                <td className="num">
                  {person.disabledAt !== null
                    ? t('admin.disabled')
                    : person.lockedUntil !== null && person.lockedUntil > now
                      ? t('admin.locked', { at: at(person.lockedUntil) })
                      : t('admin.active')}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {people.hasNextPage && (
        <div className="list-foot">
          <Button loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
            {t('work.more')}
          </Button>
        </div>
      )}
    </>
  );
}
