import { BellOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Popover } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { NoticePage } from '../../client/index.ts';
import { useMoments, useReader } from '../reader/index.ts';
import { useMe, useSession } from '../session/index.ts';
import { ErrorNote } from './error-text.tsx';
import { useLive } from './live.tsx';

const NOTICES = ['notices'] as const;

/** The reader's notifications: how many are unread, and the list. */
export function NoticeBell() {
  const { client } = useSession();
  const { unread } = useMe();
  const { t } = useReader();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const notices = useQuery({
    queryKey: NOTICES,
    queryFn: () => client.read<NoticePage>('/api/notifications'),
    staleTime: 60_000,
  });
  useLive((event) => {
    if (event.kind !== 'change') void queries.invalidateQueries({ queryKey: NOTICES });
  });
  const count = notices.data?.unread ?? unread;
  const label = count > 0 ? t('shell.unreadNotices', { count }) : t('shell.notices');
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={<NoticeList page={notices.data} error={notices.error} onLeave={() => setOpen(false)} />}
    >
      <Button type="text" aria-label={label} title={label}>
        <Badge count={count} size="small" overflowCount={99} color="#22466f">
          <BellOutlined />
        </Badge>
      </Button>
    </Popover>
  );
}

function NoticeList(props: {
  readonly page: NoticePage | undefined;
  readonly error: unknown;
  readonly onLeave: () => void;
}) {
  const { client } = useSession();
  const { t, say } = useReader();
  const { at } = useMoments();
  const queries = useQueryClient();
  const read = useMutation({
    mutationFn: (ids: readonly string[]) => client.write('POST', '/api/notifications/read', { ids }),
    onSettled: () => queries.invalidateQueries({ queryKey: NOTICES }),
  });
  if (props.page === undefined) return props.error ? <ErrorNote error={props.error} /> : null;
  const { items } = props.page;
  const unread = items.filter((notice) => notice.readAt === null).map((notice) => notice.id);
  if (items.length === 0) return <p className="notice-empty quiet">{t('shell.noNotices')}</p>;
  return (
    <div className="notices">
      <header>
        <strong>{t('shell.notices')}</strong>
        {unread.length > 0 && (
          <Button type="link" size="small" onClick={() => read.mutate(unread)}>
            {t('shell.markRead')}
          </Button>
        )}
      </header>
      <ul>
        {items.map((notice) => (
          <li key={notice.id} data-unread={notice.readAt === null}>
            <Link
              to={`/cases/${notice.case}`}
              onClick={() => {
                if (notice.readAt === null) read.mutate([notice.id]);
                props.onLeave();
              }}
            >
              <span>
                {notice.readAt === null && <span className="unread-dot" role="img" aria-label={t('shell.unread')} />}
                <b>{say(notice.label)}</b> {notice.title}
              </span>
              <span className="quiet num">
                {notice.number} · {at(notice.at)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
