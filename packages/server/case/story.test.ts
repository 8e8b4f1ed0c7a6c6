import { verifyChains } from '@huying/server/ledger';
import { testDatabase } from '@huying/testing/database';
import { areaCodes, callerPhone, testDistrict } from '@huying/testing/district';
import { expect, it } from 'vitest';
import { requireFound } from './index.ts';

const db = await testDatabase();

it('a call is answered: filed, dispatched, signed, handled, verified, closed and called back, each step once in the ledger', async () => {
  const district = await testDistrict(db);
  const { act, view, units, posts, clock } = district;
  const minutes = (count: number) => clock.advance(count * 60_000);

  const ticket = await district.open();
  expect(ticket).toMatchObject({ number: 'HX-20260701-000001', version: 1, state: 'received' });

  minutes(5);
  await act('acceptor', ticket, 'file', { matter: '01002', condition: '01002-2' });

  minutes(5);
  const desk = await view('dispatcher', ticket);
  expect(desk.place?.areas.map(({ code }) => code)).toEqual([
    areaCodes.west,
    areaCodes.westCommunity,
    areaCodes.westCell,
  ]);
  const dispatch = desk.actions.find(({ name }) => name === 'dispatch');
  expect(dispatch).toMatchObject({ allowed: true, primary: true, because: 'D-001' });
  expect(dispatch?.suggested).toEqual({ unit: units.water, dispatchReason: '三定方案第五条（职责目录 D-001）' });
  await act('dispatcher', ticket, 'dispatch', dispatch?.suggested);

  minutes(10);
  await act('waterClerk', ticket, 'sign');
  await act('waterClerk', ticket, 'assign', { handler: posts.pipesHandler.id });
  minutes(10);
  await act('pipesHandler', ticket, 'contact', { reached: true, note: '已与来电人约定下午到场' });
  minutes(120);
  await act('pipesHandler', ticket, 'handled', { handled: '已更换井盖' });
  minutes(30);
  await act('verifier', ticket, 'verify', { passed: true, verified: '现场平整' });
  minutes(5);
  await act('acceptor', ticket, 'close', { result: 'fixed', answer: '井盖已更换，感谢来电。' });
  minutes(60);
  const closed = await act('callbackOfficer', ticket, 'callBack', { solved: 'yes', satisfied: 'satisfied' });
  expect(closed).toMatchObject({ version: 10, state: 'closed' });

  const entries = await district.ledger(ticket.id);
  expect(entries.map(({ seq, what, actor }) => [seq, what, actor.name])).toEqual([
    [1, 'open', 'operator'],
    [2, 'file', 'acceptor'],
    [3, 'dispatch', 'dispatcher'],
    [4, 'sign', 'waterClerk'],
    [5, 'assign', 'waterClerk'],
    [6, 'contact', 'pipesHandler'],
    [7, 'handled', 'pipesHandler'],
    [8, 'verify', 'verifier'],
    [9, 'close', 'acceptor'],
    [10, 'callBack', 'callbackOfficer'],
  ]);
  const verified = await verifyChains(db, district.tenant);
  expect(verified).toMatchObject({ broken: null });
  expect(verified.entries).toBeGreaterThanOrEqual(10);

  const final = await view('auditor', ticket);
  expect(final).toMatchObject({
    state: { id: 'closed' },
    result: { id: 'fixed', label: { zh: '已处置' } },
    round: 1,
    unit: { id: units.water },
    light: 'done',
  });
  expect(final.fields.find(({ name }) => name === 'dispatchReason')?.value).toBe('三定方案第五条（职责目录 D-001）');
  expect(final.timeline.map(({ what, visibility }) => [what, visibility])).toContainEqual(['assign', 'internal']);
  expect(final.timeline.find(({ what }) => what === 'verify')?.texts.map(({ text }) => text.zh)).toContain('现场平整');

  await district.run('operator', district.operations.askCode, { number: ticket.number, phone: callerPhone });
  const code = (await district.codes(ticket)).at(-1) ?? '';
  const shown = requireFound(await district.run('system', district.operations.follow, { number: ticket.number, code }));
  expect(shown.timeline.map(({ label }) => label.zh)).toEqual([
    '已登记',
    '已受理',
    '已派单',
    '承办单位已签收',
    '承办单位已联系来电人',
    expect.stringMatching(/^已处置.等待核查$/),
    '已核查',
    '已办结',
    '已回访',
  ]);
  expect(shown.timeline.at(-2)?.texts.map(({ text }) => text.zh)).toEqual(['井盖已更换，感谢来电。']);
  expect(JSON.stringify(shown)).not.toMatch(/约定下午|现场平整|水务局|王丽华/);
});

it('each step is told to whom it concerns, and the caller and nobody else gets the messages', async () => {
  const district = await testDistrict(db, { tenant: 'told' });
  const { act, units } = district;
  const ticket = await district.open({ cityNumber: 'CITY-1' });
  await act('acceptor', ticket, 'file', { matter: '01002', condition: '01002-2' });
  await act('dispatcher', ticket, 'dispatch', { unit: units.water, dispatchReason: '职责' });
  await act('waterClerk', ticket, 'sign');
  const notices = await district.sent('notice');
  expect(notices.map(({ to, body }) => [body.what, to])).toEqual([
    ['open', ['acceptor']],
    ['dispatch', ['waterClerk']],
  ]);
  const messages = await district.sent('sms');
  expect(messages.map(({ to, body }) => [to, body.template])).toEqual([[[ticket.id], 'accepted']]);
  const outward = await district.sent('city');
  expect(outward.map(({ body }) => [body.message, body.cityNumber])).toEqual([
    ['progress', 'CITY-1'],
    ['signed', 'CITY-1'],
  ]);
  expect(JSON.stringify([notices, messages, outward])).not.toContain(callerPhone);
});
