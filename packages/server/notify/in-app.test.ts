import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { enqueueOutbox } from '../ledger/index.ts';
import { inAppAdapter, listNotifications, readNotifications, sender, unreadNotifications } from './index.ts';

const db = await testDatabase();
let here: CaseDistrict;

beforeAll(async () => {
  here = await testDistrict(db);
});

const deliver = async () => {
  const told: string[] = [];
  await sender(here.services, [inAppAdapter(here.services, (_tenant, account) => told.push(account))]).sendDue();
  return told;
};

describe('a notice of the engine', () => {
  it('becomes one notification for each person who has something to do, with the case it is about', async () => {
    const ticket = await here.open();
    const told = await deliver();
    const { account } = here.posts.acceptor;
    expect(told.filter((one) => one === account)).toHaveLength(1);
    const { items } = await here.run('acceptor', listNotifications, {});
    expect(items).toMatchObject([
      {
        case: ticket.id,
        number: ticket.number,
        title: '人民路污水井盖破损',
        about: 'case',
        label: { zh: '待受理', en: 'To be accepted' },
        readAt: null,
      },
    ]);
    expect(await here.run('pipesHandler', listNotifications, {})).toEqual({ items: [], next: null });
  });

  it('says what it is about, where that is no case', async () => {
    const { id, account } = here.posts.auditor;
    const recipients = [{ account, post: id }];
    const label = { zh: '临期提醒', en: 'Due soon' };
    const body = {
      case: id,
      number: 'MS-1',
      title: '公园',
      type: 'promise',
      what: 'warned',
      does: 'warn',
      label,
      recipients,
    };
    const item = { id: here.services.id(), kind: 'notice', to: '', key: 'promise', body, attempts: 1 };
    await inAppAdapter(here.services).send(here.tenant, item);
    expect((await here.run('auditor', listNotifications, {})).items).toMatchObject([{ case: id, about: 'promise' }]);
    await inAppAdapter(here.services).send(here.tenant, { ...item, key: 'b', body: { ...body, type: 'blocker' } });
    const { items } = await here.run('auditor', listNotifications, {});
    expect(items.map(({ about }) => about).sort()).toEqual(['blocker', 'promise']);
  });

  it('sent again is still one notification, and nobody is told twice', async () => {
    const [acceptor] = [here.posts.acceptor];
    const body = {
      case: acceptor.id,
      number: 'HX-1',
      title: '标题',
      what: 'late',
      does: 'urge',
      label: { zh: '超时', en: 'Late' },
      due: here.clock.now(),
      recipients: [
        { account: acceptor.account, post: acceptor.id },
        { account: acceptor.account, post: here.posts.dispatcher.id },
      ],
    };
    const adapter = inAppAdapter(here.services);
    const item = { id: here.services.id(), kind: 'notice', to: '', key: 'again', body, attempts: 1 };
    const before = (await here.run('acceptor', unreadNotifications, {})).unread;
    await adapter.send(here.tenant, item);
    await adapter.send(here.tenant, { ...item, attempts: 2 });
    expect((await here.run('acceptor', unreadNotifications, {})).unread).toBe(before + 1);
  });

  it('that is none is given up', async () => {
    await here.inside(async (ctx) => enqueueOutbox(ctx, { kind: 'notice', to: '', key: 'odd', body: 'hello' }));
    await deliver();
    const { rows } = await db.pool.query(`select state from outbox where key = 'odd'`);
    expect(rows).toEqual([{ state: 'dead' }]);
  });
});

describe('the list of notices', () => {
  it('goes page by page without gaps, newest first, and counts what is unread', async () => {
    await here.run('acceptor', readNotifications, { all: true });
    const tickets = [];
    for (let index = 0; index < 5; index++) {
      here.clock.advance(60_000);
      tickets.push(await here.open());
      await deliver();
    }
    const seen: (string | null)[] = [];
    let cursor: string | undefined;
    do {
      const page = await here.run('acceptor', listNotifications, {
        unread: true,
        limit: 2,
        ...(cursor === undefined ? {} : { cursor }),
      });
      seen.push(...page.items.map((item) => item.number));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(tickets.map(({ number }) => number).reverse());
    expect(await here.run('acceptor', unreadNotifications, {})).toEqual({ unread: 5, capped: false });
    const [first] = (await here.run('acceptor', listNotifications, {})).items;
    expect(await here.run('acceptor', readNotifications, { ids: [first?.id ?? ''] })).toMatchObject({ unread: 4 });
    expect(await here.run('acceptor', readNotifications, { all: true })).toMatchObject({ unread: 0 });
  });

  it.each(['', 'x', '1.2', `1.${'0'.repeat(36)}`, '999999999999999999.0'])('refuses the place %j', async (cursor) => {
    await expect(here.run('acceptor', listNotifications, { cursor })).rejects.toMatchObject({ code: 'notify.cursor' });
  });
});
