import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, type PersonName, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimOutbox, enqueueOutbox, runOperation, settleOutbox } from '../ledger/index.ts';
import {
  inAppAdapter,
  inboxGateway,
  listDeadLetters,
  listInboxTexts,
  listNotifications,
  readNotifications,
  reviveDeadLetter,
  sender,
  setMailOperation,
  unreadNotifications,
} from './index.ts';

const db = await testDatabase();
let here: CaseDistrict;
let there: CaseDistrict;

beforeAll(async () => {
  here = await testDistrict(db);
  there = await testDistrict(db, { tenant: '440198', beside: here });
  await here.open();
  await there.open();
  await sender(here.services, [inAppAdapter(here.services)]).sendDue();
});

const strangers = [
  ['the public', { kind: 'public', account: null, post: null, name: '' }],
  ['a partner', { kind: 'partner', account: null, post: null, name: 'city' }],
  ['the program', { kind: 'system', account: null, post: null, name: '系统' }],
] as const;

describe('notices', () => {
  const operations = () =>
    [
      [listNotifications, {}],
      [unreadNotifications, {}],
      [readNotifications, { all: true }],
      [setMailOperation(here.services), { address: null }],
    ] as const;

  it.each(strangers)('are no concern of %s', async (_, actor) => {
    for (const [operation, input] of operations()) {
      await expect(
        runOperation(here.services, operation as typeof listNotifications, { tenant: here.tenant, actor, input }),
      ).rejects.toMatchObject({ code: 'notify.personOnly' });
    }
  });

  it("are one's own: another's are neither listed nor marked", async () => {
    const [mine] = (await here.run('acceptor', listNotifications, {})).items;
    expect(mine).toBeDefined();
    for (const who of ['systemAdmin', 'shiftLeader', 'auditor'] as const) {
      expect((await here.run(who, listNotifications, {})).items.map(({ id }) => id)).not.toContain(mine?.id);
      await here.run(who, readNotifications, { ids: [mine?.id ?? ''] });
    }
    expect((await here.run('acceptor', unreadNotifications, {})).unread).toBe(1);
  });

  it('of one district are not seen in another, also by the same person', async () => {
    const elsewhere = { ...here.as('acceptor'), tenant: there.tenant };
    const listed = await runOperation(here.services, listNotifications, { ...elsewhere, input: {} });
    expect(listed.items).toEqual([]);
    await runOperation(here.services, readNotifications, { ...elsewhere, input: { all: true } });
    expect((await here.run('acceptor', unreadNotifications, {})).unread).toBe(1);
  });
});

describe('what the system administrator sees', () => {
  const others: readonly PersonName[] = ['shiftLeader', 'securityAdmin', 'waterClerk', 'auditor'];
  const refused = { code: 'org.roleRequired' };

  it('the in-box text messages are theirs alone, in their district, with the number masked', async () => {
    const texts = listInboxTexts(here.services);
    const message = {
      tenant: here.tenant,
      key: 'k1',
      case: here.services.id(),
      phone: '13800138000',
      text: '验证码 123456',
    };
    await inboxGateway(here.services).carry(message);
    await inboxGateway(here.services).carry(message);
    const { items } = await here.run('systemAdmin', texts, {});
    expect(items).toMatchObject([{ phone: '138****8000', text: '验证码 123456' }]);
    for (const who of others) await expect(here.run(who, texts, {})).rejects.toMatchObject(refused);
    expect((await there.run('systemAdmin', texts, {})).items).toEqual([]);
    const stranger = { ...there.as('systemAdmin'), tenant: here.tenant };
    await expect(runOperation(here.services, texts, { ...stranger, input: {} })).rejects.toMatchObject(refused);
  });

  it('undelivered messages are listed without what they said, and sent again on their word only', async () => {
    await here.inside(async (ctx) =>
      enqueueOutbox(ctx, { kind: 'toy', to: 'x', key: 'dead', body: { secret: '秘密' } }),
    );
    const [item] = await here.inside((ctx) => claimOutbox(ctx, { kinds: ['toy'] }));
    await here.inside((ctx) => settleOutbox(ctx, item?.id ?? '', { sent: false, error: 'no', final: true }));
    const { items } = await here.run('systemAdmin', listDeadLetters, {});
    expect(items).toMatchObject([{ kind: 'toy', key: 'dead', error: 'no', attempts: 1 }]);
    expect(JSON.stringify(items)).not.toContain('秘密');
    const id = items[0]?.id ?? '';
    for (const who of others) {
      await expect(here.run(who, listDeadLetters, {})).rejects.toMatchObject(refused);
      await expect(here.run(who, reviveDeadLetter, { id })).rejects.toMatchObject(refused);
    }
    await expect(there.run('systemAdmin', reviveDeadLetter, { id })).rejects.toMatchObject({
      code: 'notify.itemUnknown',
    });
    await here.run('systemAdmin', reviveDeadLetter, { id });
    expect((await here.run('systemAdmin', listDeadLetters, {})).items).toEqual([]);
    await expect(here.run('systemAdmin', reviveDeadLetter, { id })).rejects.toMatchObject({
      code: 'notify.itemUnknown',
    });
  });
});
