import { BellOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Popover } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Notice, NoticePage, Unread } from '../../client/index.ts';
import { useMoments, useReader } from '../reader/index.ts';
import { useMe, useSession } from '../session/index.ts';
import { ErrorNote } from './error-text.tsx';
import { useLive } from './live.tsx';
import { addressOf } from './notice-address.ts';

/** More than this are not counted out. */
const MOST = 99;
const NOTICES = ['notices'] as const;

/** The reader's notifications: how many are unread, and the list. */
export function NoticeBell() {
  const { client } = useSession();
  const { unread } = useMe();
  const { t } = useReader();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const notices = useQuery({
    queryKey: [...NOTICES, 'list'],
    queryFn: () => client.read<NoticePage>('/api/notifications'),
    enabled: open,
  });
  const counted = useQuery({
    queryKey: [...NOTICES, 'unread'],
    queryFn: () => client.read<Unread>('/api/notifications/unread'),
    initialData: { unread, capped: false },
    initialDataUpdatedAt: Date.now,
    staleTime: 60_000,
  });
  useLive((event) => {
    if (event.kind === 'notices') queries.setQueryData([...NOTICES, 'unread'], { unread: event.unread, capped: false });
    if (event.kind !== 'change') void queries.invalidateQueries({ queryKey: [...NOTICES, 'list'] });
  });
  const count = counted.data.unread;
  // The label says the number as the badge shows it: who speaks to the page says what they see.
  const shown = count > MOST ? `${MOST}+` : count;
  const label = count > 0 ? t('shell.unreadNotices', { count: shown }) : t('shell.notices');
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={<NoticeList page={notices.data} error={notices.error} onLeave={() => setOpen(false)} />}
    >
      <Button type="text" className="bell" icon={<BellOutlined />} aria-label={label} title={label}>
        {count > 0 && <Badge count={count} size="small" overflowCount={MOST} color="#22466f" />}
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
    mutationFn: (which: { readonly ids: readonly string[] } | { readonly all: true }) =>
      client.write('POST', '/api/notifications/read', which, { key: crypto.randomUUID() }),
    onSettled: () => queries.invalidateQueries({ queryKey: NOTICES }),
  });
  const noticeName = ({ does, label }: Notice) =>
    isRung(does) ? `${t(`notice.${does}`)} · ${say(label)}` : say(label);
  if (props.page === undefined) return props.error ? <ErrorNote error={props.error} /> : null;
  const { items } = props.page;
  if (items.length === 0) return <p className="notice-empty quiet">{t('shell.noNotices')}</p>;
  return (
    <div className="notices">
      <header>
        <strong>{t('shell.notices')}</strong>
        {items.some(({ readAt }) => readAt === null) && (
          <Button type="link" size="small" onClick={() => read.mutate({ all: true })}>
            {t('shell.markRead')}
          </Button>
        )}
      </header>
      <ul>
        {items.map((notice) => (
          <li key={notice.id} data-unread={notice.readAt === null}>
            <Link
              to={addressOf(notice)}
              onClick={() => {
                if (notice.readAt === null) read.mutate({ ids: [notice.id] });
                props.onLeave();
              }}
            >
              <span>
                {notice.readAt === null && <span className="unread-dot" role="img" aria-label={t('shell.unread')} />}
                <b>{noticeName(notice)}</b> {notice.title}
              </span>
              <span className="quiet num">{[notice.number, at(notice.at)].filter(Boolean).join(' · ')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

const RUNGS = ['warn', 'urge', 'escalate', 'circulate'] as const;

function isRung(does: string): does is (typeof RUNGS)[number] {
  return RUNGS.some((rung) => rung === does);
}
