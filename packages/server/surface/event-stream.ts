import type { ServerResponse } from 'node:http';
import { admits, type CaseReach } from '../access/index.ts';
import { caseReachOf } from '../case/index.ts';
import { actorOf, listSessions, type Session } from '../identity/index.ts';
import { orgOf } from '../org/index.ts';
import { withTenant } from '../tenant/index.ts';
import { type Route, sessionRoute } from './route.ts';
import type { Change, SurfaceOptions, SurfaceServices } from './surface-services.ts';

/** More open pages than a person has; the oldest gives way. */
const mostEach = 8;
const defaultHeartbeat = 15_000;
/** Changes are gathered for a moment, so that a burst asks once who may see them. */
const gathering = 150;

export interface EventStreams {
  readonly route: Route;
  close(): void;
}

interface Stream {
  readonly session: Session;
  readonly raw: ServerResponse;
  readonly changes: Map<string, Change>;
  noticed: boolean;
  timer: NodeJS.Timeout | undefined;
  end(): void;
}

/**
 * `GET /api/events`: `change` for each case changed within the reader's reach, `notices` with the count unread, a sign of life in
 * between. Each time it speaks it looks whether the session still lives, and ends with it; looking does not keep a session alive.
 */
export function eventRoute(services: SurfaceServices, options: SurfaceOptions): EventStreams {
  const { heartbeat = defaultHeartbeat, happenings, unread } = options;
  const open = new Set<Stream>();

  const stopChanges = happenings?.onChange((change) => {
    for (const stream of open) {
      if (stream.session.district !== change.tenant) continue;
      stream.changes.set(change.id, change);
      soon(stream);
    }
  });
  const stopNotices = happenings?.onNotice((tenant, account) => {
    for (const stream of open) {
      if (stream.session.district !== tenant || stream.session.account.id !== account) continue;
      stream.noticed = true;
      soon(stream);
    }
  });

  function soon(stream: Stream): void {
    stream.timer ??= setTimeout(() => {
      stream.timer = undefined;
      speak(stream).catch((error: unknown) => {
        services.log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'An event stream was ended.');
        stream.end();
      });
    }, gathering);
  }

  async function speak(stream: Stream): Promise<void> {
    const changes = [...stream.changes.values()];
    stream.changes.clear();
    const { noticed } = stream;
    stream.noticed = false;
    if (!(await lives(stream.session))) return stream.end();
    if (changes.length > 0) {
      const reach = await reachNow(stream.session);
      for (const change of changes) {
        if (admits(reach, change)) send(stream, 'change', { id: change.id, version: change.version });
      }
    }
    if (noticed && unread !== undefined) send(stream, 'notices', { unread: await unread(actorOf(stream.session)) });
    if (changes.length === 0 && !noticed) stream.raw.write(': alive\n\n');
  }

  async function lives({ id, account }: Session): Promise<boolean> {
    return (await listSessions(services, account.id)).some((session) => session.id === id);
  }

  /** Read anew each time: posts end, and deputies come and go. */
  function reachNow({ district, post, account }: Session): Promise<CaseReach> {
    if (district === null || post === null) return Promise.resolve({ reach: 'none' });
    return withTenant(services.db, district, async (tx) => {
      const org = await orgOf({ tx, tenant: district });
      return caseReachOf(org.heldPost(account.id, post, services.now()), services, org);
    });
  }

  const route = sessionRoute(
    {
      method: 'GET',
      path: '/api/events',
      name: 'notice.events',
      group: 'notice',
      summary: { zh: '变化推送（服务器发送事件）', en: 'Changes as they happen (server-sent events)' },
      answer: 'text/event-stream',
      endless: true,
    },
    async ({ session, request, reply }) => {
      actorOf(session);
      const mine = [...open].filter((stream) => stream.session.account.id === session.account.id);
      if (mine.length >= mostEach) mine[0]?.end();
      reply.hijack();
      const { raw } = reply;
      const beat = setInterval(() => soon(stream), heartbeat);
      const stream: Stream = {
        session,
        raw,
        changes: new Map(),
        noticed: true,
        timer: undefined,
        end() {
          clearInterval(beat);
          clearTimeout(stream.timer);
          open.delete(stream);
          raw.end();
        },
      };
      request.raw.on('close', () => stream.end());
      raw.on('error', () => stream.end());
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Proxies that gather answers would keep events back.
        'x-accel-buffering': 'no',
      });
      raw.write('retry: 3000\n\n');
      open.add(stream);
      soon(stream);
      return undefined;
    },
  );

  return {
    route,
    close() {
      stopChanges?.();
      stopNotices?.();
      for (const stream of open) stream.end();
    },
  };
}

function send({ raw }: Stream, event: string, data: unknown): void {
  // A reader that does not read is cut off before it fills our memory; it comes back and reads anew.
  if (raw.writableLength > 1_000_000) {
    raw.destroy();
    return;
  }
  raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
