import { runOperation } from '@huying/server/ledger';
import { createPostOperation, endPost, setDeputy } from '@huying/server/org';
import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, type Course, courseOf, points, refusalOf, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let district: CaseDistrict;
let course: Course;
beforeAll(async () => {
  district = await testDistrict(db);
  course = courseOf(district);
});

type Ticket = { readonly id: string };

const clockOf = async (ticket: Ticket, name: string) =>
  (await district.view('auditor', ticket)).clocks.find((clock) => clock.name === name);

describe('before it is filed', () => {
  it('what can be answered on the line is closed at once, with a result', async () => {
    const ticket = await district.open({ demandKind: 'consultation' });
    await district.act('operator', ticket, 'answer', { answer: '办事大厅九点开门。' });
    const view = await district.view('auditor', ticket);
    expect(view).toMatchObject({ state: { id: 'closed' }, result: { id: 'answered' } });
    expect(view.closedAt).not.toBeNull();
  });

  it('only what is dangerous is transferred to the emergency services', async () => {
    const calm = await district.open();
    const transfer = { to: 'fire', answer: '已转 119' };
    expect(await refusalOf(district.act('operator', calm, 'transfer', transfer))).toBe('case.barred notDangerous');
    const danger = await district.open({ urgency: 'danger' });
    expect(await district.act('operator', danger, 'transfer', transfer)).toMatchObject({ state: 'closed' });
  });

  it('a scene confirmed first stops the clock of accepting and comes back to the acceptor', async () => {
    const ticket = await district.open();
    await district.act('acceptor', ticket, 'confirmFirst', { question: '井盖是否缺失' });
    expect(await clockOf(ticket, 'accept')).toMatchObject({ light: 'paused' });
    const back = await district.act('westVerifier', ticket, 'confirmed', { found: 'true', note: '属实' });
    expect(back.state).toBe('received');
    expect(await clockOf(ticket, 'accept')).toMatchObject({ light: 'green' });
  });

  it('only the shift leader declines, with a reason the caller is told', async () => {
    const ticket = await district.open();
    const asked = { answer: '属于司法程序，不予受理。' };
    expect(await refusalOf(district.act('acceptor', ticket, 'decline', asked))).toBe('case.notYours');
    await district.act('shiftLeader', ticket, 'decline', asked);
    expect((await district.view('auditor', ticket)).result?.id).toBe('declined');
    expect((await district.sent('sms')).at(-1)?.body).toMatchObject({ case: ticket.id, template: 'declined' });
  });

  it("only the city's tickets go back to the city", async () => {
    const own = await district.open();
    const asked = { answer: '不属于本区' };
    expect(await refusalOf(district.act('shiftLeader', own, 'returnToCity', asked))).toBe('case.barred notFromCity');
    const city = await district.open({ cityNumber: 'CITY-7', channel: 'city' });
    await district.act('shiftLeader', city, 'returnToCity', asked);
    expect((await district.sent('city')).at(-1)?.body).toMatchObject({ message: 'return', cityNumber: 'CITY-7' });
  });

  it('a filing condition must belong to the matter', async () => {
    const ticket = await district.open();
    const asked = { matter: '06013', condition: '01002-2' };
    expect(await refusalOf(district.act('acceptor', ticket, 'file', asked))).toBe('case.asked');
    await district.act('acceptor', ticket, 'file', { matter: '01002' });
    await district.act('dispatcher', ticket, 'returnToAcceptor', { reason: '请补立案条件' });
    const again = await district.act('acceptor', ticket, 'file', { condition: '01002-2' });
    expect(again.state).toBe('filed');
  });
});

describe('dispatching', () => {
  it('asks the duty list with the matter and the place the case has now', async () => {
    const ticket = await district.open({ demandClass: 'B01' });
    await district.act('acceptor', ticket, 'file', { matter: '06010', condition: '06010-1' });
    const suggested = async () =>
      (await district.view('dispatcher', ticket)).actions.find(({ name }) => name === 'dispatch');
    expect(await suggested()).toMatchObject({ because: 'D-003', suggested: { unit: district.units.west } });
    const place = { cell: null, point: points.east, address: '东街', datum: 'WGS84' };
    await district.act('dispatcher', ticket, 'relocate', { place, reason: '来电人更正' });
    expect(await suggested()).toMatchObject({ because: 'D-003', suggested: { unit: district.units.east } });
  });

  it('names nobody where no rule fits, and asks the dispatcher near a border', async () => {
    const place = { cell: null, point: points.border, address: '界路', datum: 'WGS84' };
    const ticket = await district.open({ demandClass: 'B01', place });
    await district.act('acceptor', ticket, 'file');
    const view = await district.view('dispatcher', ticket);
    expect(view.actions.find(({ name }) => name === 'dispatch')).toMatchObject({ because: null });
    expect(view.place?.bordering.map(({ label }) => label.zh)).toEqual(['东街街道']);
  });

  it('gives nothing to the district itself, to nobody, or to a unit that is not there', async () => {
    const ticket = await course.filed();
    for (const unit of [district.units.district, '00000000-0000-4000-8000-000000000000', 'water']) {
      const asked = { unit, dispatchReason: '职责' };
      expect(await refusalOf(district.act('dispatcher', ticket, 'dispatch', asked))).toBe('case.asked');
    }
  });

  it('after two returns the arbiter names a unit, which begins at once and may object once', async () => {
    const ticket = await course.filed();
    const dispatch = (unit: 'water' | 'roads') =>
      district.act('dispatcher', ticket, 'dispatch', { unit: district.units[unit], dispatchReason: '职责' });
    const sendBack = (who: 'waterClerk' | 'roadsClerk') =>
      district.act(who, ticket, 'sendBack', { reason: '非本单位职责' });
    await dispatch('water');
    expect((await sendBack('waterClerk')).state).toBe('filed');
    await dispatch('roads');
    expect((await sendBack('roadsClerk')).state).toBe('arbitration');
    await district.act('shiftLeader', ticket, 'arbitrate', { unit: district.units.water, dispatchReason: '先办后议' });
    expect(await refusalOf(sendBack('waterClerk'))).toMatch(/^case\.(tooOften|barred)/);
    await district.act('waterClerk', ticket, 'sign');
    await district.act('waterClerk', ticket, 'object', { reason: '管线属公路局' });
    expect(await refusalOf(district.act('waterClerk', ticket, 'object', { reason: '再议' }))).toBe('case.tooOften');
  });

  it('a case is sent back within a working day, and not while somebody inside has it', async () => {
    const ticket = await course.handling();
    await district.act('waterClerk', ticket, 'assign', { handler: district.posts.pipesHandler.id });
    const sendBack = () => district.act('waterClerk', ticket, 'sendBack', { reason: '非本单位职责' });
    expect(await refusalOf(sendBack())).toBe('case.barred assigned');
    await district.act('pipesHandler', ticket, 'askExtension', { days: 2, reason: '缺件' });
    await district.act('waterClerk', ticket, 'release');
    expect((await district.view('auditor', ticket)).requests).toEqual([]);
    district.at('2026-07-03 09:00');
    expect(await refusalOf(sendBack())).toBe('case.barred windowPassed');
    district.at('2026-07-01 09:00');
  });
});

describe('handling', () => {
  it('work is given to people of the handling unit only', async () => {
    const ticket = await course.handling();
    const assign = (handler: string) => district.act('waterClerk', ticket, 'assign', { handler });
    expect(await refusalOf(assign(district.posts.pavingHandler.id))).toBe('case.asked');
    expect(await refusalOf(assign(district.posts.waterVerifier.id))).toBe('case.asked');
    await assign(district.posts.pipesHandler.id);
    expect((await district.view('pipesHandler', ticket)).handler?.post).toBe(district.posts.pipesHandler.id);
  });

  it('an extension moves the due time and keeps the first promise beside it; the second is for the shift leader', async () => {
    const ticket = await course.handling();
    const before = await clockOf(ticket, 'whole');
    const ask = () => district.act('waterClerk', ticket, 'askExtension', { days: 3, reason: '待料' });
    await ask();
    expect(await refusalOf(ask())).toBe('case.barred pending');
    expect(await refusalOf(district.act('waterClerk', ticket, 'handled', { handled: '好' }))).toMatch(
      'extensionPending',
    );
    await district.act('dispatcher', ticket, 'grantExtension');
    const after = await clockOf(ticket, 'whole');
    expect(Date.parse(after?.due ?? '')).toBeGreaterThan(Date.parse(before?.due ?? ''));
    expect(after?.promised).toBe(before?.due);
    await ask();
    expect(await refusalOf(district.act('dispatcher', ticket, 'grantExtension'))).toBe('case.barred second');
    await district.act('shiftLeader', ticket, 'grantExtension');
    expect(await refusalOf(ask())).toMatch('usedUp');
    await expect(district.sent('sms')).resolves.toContainEqual(
      expect.objectContaining({ body: expect.objectContaining({ case: ticket.id, template: 'extended' }) }),
    );
  });

  it('a refused extension counts for nothing', async () => {
    const ticket = await course.handling();
    for (let time = 0; time < 3; time++) {
      await district.act('waterClerk', ticket, 'askExtension', { days: 1, reason: '待料' });
      await district.act('dispatcher', ticket, 'refuseExtension', { note: '抓紧办理' });
    }
    await district.act('waterClerk', ticket, 'askExtension', { days: 1, reason: '待料' });
    await district.act('dispatcher', ticket, 'grantExtension');
  });

  it('a case on hold keeps its clock at rest until somebody resumes it, once', async () => {
    const ticket = await course.handling();
    await district.act('waterClerk', ticket, 'askHold', { awaited: '汛期结束', until: '2026-09-30' });
    expect((await district.act('shiftLeader', ticket, 'grantHold')).state).toBe('held');
    const held = await district.view('waterClerk', ticket);
    expect(held.heldUntil).toBe('2026-09-30T10:00:00.000Z');
    expect(held.light).toBe('paused');
    expect((await district.act('waterClerk', ticket, 'resume')).state).toBe('handling');
    const again = district.act('waterClerk', ticket, 'askHold', { awaited: '材料', until: '2026-08-01' });
    expect(await refusalOf(again)).toBe('case.barred once');
  });

  it('a unit asked must answer, or be excused, before the case is handled', async () => {
    const ticket = await course.handling();
    await district.act('waterClerk', ticket, 'askUnit', {
      assisting: district.units.roads,
      question: '是否占道',
      mandatory: true,
    });
    const handled = () => district.act('waterClerk', ticket, 'handled', { handled: '好' });
    expect(await refusalOf(handled())).toBe('case.barred partsOpen');
    await district.act('roadsClerk', ticket, 'answerUnit', { answer: '不占道' });
    expect((await district.view('waterClerk', ticket)).parts).toMatchObject([{ answer: '不占道', waived: false }]);
    await district.act('waterClerk', ticket, 'askUnit', {
      assisting: district.units.west,
      question: '是否扰民',
      mandatory: true,
    });
    await district.act('dispatcher', ticket, 'waiveUnit', { assisting: district.units.west, reason: '已现场查明' });
    expect((await handled()).state).toBe('done');
  });

  it('a limit with stages begins each with its own time', async () => {
    const ticket = await course.handling({}, '01002-3');
    expect((await clockOf(ticket, 'handle'))?.due).toBe('2026-07-01T02:00:00.000Z');
    await district.act('waterClerk', ticket, 'stageDone', { note: '已围护' });
    expect((await clockOf(ticket, 'handle'))?.due).toBe('2026-07-08T01:00:00.000Z');
    expect(await refusalOf(district.act('waterClerk', ticket, 'stageDone', { note: '再' }))).toBe(
      'case.barred lastStage',
    );
  });

  it('whoever presses is answered by the head of the unit', async () => {
    const ticket = await course.handling();
    await district.act('supervisor', ticket, 'press', { demand: '今日回复' });
    expect(await refusalOf(district.act('waterClerk', ticket, 'replyPress', { reply: '好' }))).toBe('case.notYours');
    await district.act('waterHead', ticket, 'replyPress', { reply: '明日修复' });
    expect((await district.sent('notice')).at(-1)).toMatchObject({ to: ['supervisor'], body: { what: 'replyPress' } });
    await district.act('supervisor', ticket, 'press', { demand: '再报' });
    await district.act('supervisor', ticket, 'withdrawPress', { reason: '已修复' });
    expect((await district.view('auditor', ticket)).requests).toEqual([]);
  });

  it('urging is counted, told, and leaves every clock as it was', async () => {
    const ticket = await course.handling();
    const clocks = async () => (await district.view('auditor', ticket)).clocks.map(({ name, due }) => [name, due]);
    const before = await clocks();
    await district.act('operator', ticket, 'urge', { note: '来电人又来电' });
    expect(await clocks()).toEqual(before);
    const { items } = await district.run('auditor', district.operations.list, {});
    expect(items.find(({ id }) => id === ticket.id)?.urged).toBe(1);
  });
});

describe('after handling', () => {
  it('nobody within the unit that did the work verifies it', async () => {
    const ticket = await course.handling();
    await district.act('waterClerk', ticket, 'handled', { handled: '已修好' });
    const verify = (who: 'waterVerifier' | 'eastVerifier' | 'westVerifier') =>
      district.act(who, ticket, 'verify', { passed: false, verified: '仍有响动' });
    expect(await refusalOf(verify('waterVerifier'))).toBe('case.notYours');
    expect(await refusalOf(verify('eastVerifier'))).toBe('case.unknown');
    expect((await verify('westVerifier')).state).toBe('handling');
    const view = await district.view('waterClerk', ticket);
    expect(view.round).toBe(2);
  });

  const another = { verified: '已修好', passed: true };
  const give = (account: string, unit: string, role: string) =>
    district.run('system', createPostOperation([role]), { account, unit, role });
  const asPost = (account: string, post: string) => ({
    tenant: district.tenant,
    actor: { kind: 'person' as const, account, post, name: '兼职人员' },
  });

  it('a person with a post inside the unit and one outside does not verify through the outer one, and is told why', async () => {
    const ticket = await course.handling();
    await district.act('waterClerk', ticket, 'handled', { handled: '已修好' });
    const { account } = district.posts.pumpsClerk;
    const outer = await give(account, district.units.centre, 'verifier');
    district.clock.advance(1000);
    const input = { id: ticket.id, action: 'verify', asked: another };
    const act = runOperation(district.services, district.operations.act, { ...asPost(account, outer.id), input });
    expect(await refusalOf(act)).toBe('case.ownWork');
    const view = await runOperation(district.services, district.operations.read, {
      ...asPost(account, outer.id),
      input: { id: ticket.id },
    });
    expect(view.actions.find(({ name }) => name === 'verify')).toMatchObject({
      allowed: false,
      reason: { zh: '您在承办单位另有岗位（含代班），或办理过这件工单，须由其他人办理' },
    });
    expect((await district.act('verifier', ticket, 'verify', another)).state).toBe('verified');
  });

  it('nor does a verifier who stands in for somebody of the unit, as long as they do', async () => {
    const ticket = await course.handling();
    await district.act('waterClerk', ticket, 'handled', { handled: '已修好' });
    const { account } = district.posts.westVerifier;
    const from = district.clock.now();
    await district.run('securityAdmin', setDeputy, {
      post: district.posts.waterHead.id,
      account,
      from,
      to: from + 3_600_000,
    });
    const verify = () => district.act('westVerifier', ticket, 'verify', another);
    expect(await refusalOf(verify())).toBe('case.ownWork');
    district.clock.advance(3_600_000);
    expect((await verify()).state).toBe('verified');
  });

  it('nor whoever handled it and has left the unit since', async () => {
    const ticket = await course.handling();
    const { account } = district.posts.pavingHandler;
    const inside = await give(account, district.units.water, 'unit-clerk');
    const outside = await give(account, district.units.centre, 'verifier');
    district.clock.advance(1000);
    const does = (post: string, action: string, asked: Record<string, unknown>) =>
      runOperation(district.services, district.operations.act, {
        ...asPost(account, post),
        input: { id: ticket.id, action, asked },
      });
    await does(inside.id, 'handled', { handled: '已修好' });
    await district.run('securityAdmin', endPost, { post: inside.id, reason: '调离' });
    district.clock.advance(1000);
    expect(await refusalOf(does(outside.id, 'verify', another))).toBe('case.ownWork');
    expect((await district.act('verifier', ticket, 'verify', another)).state).toBe('verified');
  });

  it('the acceptor may have it done again instead of closing it', async () => {
    const ticket = await course.handling();
    await district.act('waterClerk', ticket, 'handled', { handled: '已修好' });
    await district.act('verifier', ticket, 'verify', { passed: true, verified: '属实' });
    expect((await district.act('acceptor', ticket, 'redo', { reason: '答复不清' })).state).toBe('handling');
    expect((await district.view('auditor', ticket)).round).toBe(2);
  });

  it('not solved and rightly so leads to redoing, dissatisfied alone does not', async () => {
    const unsolved = await course.callback();
    const redo = { solved: 'no', satisfied: 'dissatisfied', justified: true };
    expect((await district.act('callbackOfficer', unsolved, 'callBack', redo)).state).toBe('handling');
    expect(await district.view('auditor', unsolved)).toMatchObject({ round: 2, result: null, closedAt: null });
    const grumbling = await course.callback();
    const noted = { solved: 'yes', satisfied: 'dissatisfied', note: '太慢' };
    expect((await district.act('callbackOfficer', grumbling, 'callBack', noted)).state).toBe('closed');
    const list = { worklist: 'dissatisfied' };
    const { items } = await district.run('shiftLeader', district.operations.list, list);
    expect(items.map(({ id }) => id)).toContain(grumbling.id);
  });

  it('a case without a telephone needs no call-back', async () => {
    const ticket = await course.handling({ phone: undefined });
    await district.act('waterClerk', ticket, 'handled', { handled: '已修好' });
    await district.act('verifier', ticket, 'verify', { passed: true, verified: '属实' });
    const end = await district.act('acceptor', ticket, 'close', { result: 'fixed', answer: '已修好' });
    expect(end.state).toBe('closed');
  });

  it('a closed case is reopened within fifteen working days, with a new clock for the unit', async () => {
    const ticket = await course.closed();
    district.at('2026-07-15 09:00');
    expect((await district.act('operator', ticket, 'reopen', { cause: '又坏了' })).state).toBe('handling');
    const clock = await clockOf(ticket, 'handle');
    expect(clock).toMatchObject({ light: 'green', due: '2026-07-17T01:00:00.000Z' });
    const late = await course.closed();
    district.at('2026-09-15 09:00');
    expect(await refusalOf(district.act('operator', late, 'reopen', { cause: '又坏了' }))).toBe(
      'case.barred windowPassed',
    );
    district.at('2026-07-01 09:00');
  });
});
