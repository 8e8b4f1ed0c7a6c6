import { testDatabase } from '@huying/testing/database';
import {
  type CaseDistrict,
  type Course,
  callerPhone,
  courseOf,
  refusalOf,
  testDistrict,
} from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from './index.ts';

const db = await testDatabase();
let district: CaseDistrict;
let course: Course;
beforeAll(async () => {
  district = await testDistrict(db);
  course = courseOf(district);
});

const fieldOf = (view: CaseView, name: string) => view.fields.find((field) => field.name === name);

function unmask(who: Parameters<CaseDistrict['view']>[0], id: string, field = 'phone') {
  return district.run(who, district.operations.unmask, { id, field, purpose: '回电核实地点' });
}

/** Every table of the database as text: what a thief of the disk could search. */
async function everything(): Promise<string> {
  return district.inside(async ({ tx }) => {
    const tables = await tx.rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const texts: string[] = [];
    for (const { name } of tables.filter(({ name: table }) =>
      /^(case_|ledger|outbox|timer|follow|idempotency)/.test(table),
    )) {
      for (const row of await tx.rows<Record<string, unknown>>(`select * from ${name}`)) {
        texts.push(
          ...Object.values(row).map((value) =>
            Buffer.isBuffer(value) ? value.toString('utf8') : JSON.stringify(value),
          ),
        );
      }
    }
    return texts.join('\n');
  });
}

describe('what is personal', () => {
  it('is stored nowhere in the clear: neither with the case, nor in its ledger, nor in what is to be sent', async () => {
    const ticket = await course.closed();
    await unmask('operator', ticket.id);
    const stored = await everything();
    expect(stored).toContain(ticket.number);
    expect(stored).not.toContain(callerPhone);
    expect(stored).not.toContain('王丽华');
  });

  it('is masked on the page and read whole only for a purpose, which stays in the ledger', async () => {
    const ticket = await course.handling();
    const view = await district.view('waterClerk', ticket);
    expect(fieldOf(view, 'phone')).toMatchObject({ masked: true, value: '138****8000', shown: null });
    expect(fieldOf(view, 'caller')).toMatchObject({ masked: true, value: '王**' });
    expect(await unmask('waterClerk', ticket.id)).toEqual({ value: callerPhone });
    expect((await district.ledger(ticket.id)).at(-1)).toMatchObject({
      what: 'unmask',
      visibility: 'internal',
      actor: { name: 'waterClerk' },
      body: { field: 'phone', purpose: '回电核实地点', by: { unit: district.units.water, role: 'unit-clerk' } },
    });
    expect((await district.view('dispatcher', ticket)).timeline.at(-1)?.label).toEqual({
      zh: '查看个人信息原文',
      en: 'Personal field read whole',
    });
  });

  it('is not handed out under the name of another field, and reading what is not there leaves no trace', async () => {
    const ticket = await course.filed({ caller: undefined });
    for (const field of ['words', 'cityNumber', 'constructor', '__proto__', 'toString', 'nothing']) {
      expect(await refusalOf(unmask('dispatcher', ticket.id, field))).toBe('request.invalid');
    }
    expect(await unmask('dispatcher', ticket.id, 'caller')).toEqual({ value: null });
    expect((await district.ledger(ticket.id)).map(({ what }) => what)).toEqual(['open', 'file']);
  });

  it('is gone once the key of the case is destroyed, while the case and its chain stay', async () => {
    const ticket = await course.filed();
    await district.inside((ctx) => district.services.keyring.eraseSubject(ctx, ticket.id));
    const view = await district.view('dispatcher', ticket);
    expect(fieldOf(view, 'phone')?.value).toBeNull();
    expect(view.fields.find(({ name }) => name === 'title')?.value).toBe('人民路污水井盖破损');
    expect(await unmask('dispatcher', ticket.id)).toEqual({ value: null });
  });
});

describe('the caller', () => {
  const complaint = () => ({ demandKind: 'complaint', complainedUnit: district.units.water });

  it('is hidden from the unit complained of, also when it handles the case, and from those above none', async () => {
    const ticket = await course.handling(complaint());
    for (const who of ['waterClerk', 'waterHead', 'pipesHandler', 'pumpsClerk', 'waterVerifier'] as const) {
      const view = await district.view(who, ticket);
      expect([fieldOf(view, 'phone'), fieldOf(view, 'caller')]).toEqual([undefined, undefined]);
      expect(await refusalOf(unmask(who, ticket.id))).toBe('access.denied');
    }
    expect(fieldOf(await district.view('dispatcher', ticket), 'phone')).toBeDefined();
  });

  it.each([
    ['a report', { demandKind: 'report' }],
    ['whoever asked for confidence', { confidential: true }],
  ])('is hidden from every unit that handles or assists, for %s', async (_, fields) => {
    const ticket = await course.handling(fields);
    const part = { question: '是否占道', mandatory: false };
    await district.act('waterClerk', ticket, 'askUnit', { ...part, ...unitAsked() });
    for (const who of ['waterClerk', 'pipesHandler', 'roadsClerk'] as const) {
      const view = await district.view(who, ticket);
      expect(fieldOf(view, 'phone')).toBeUndefined();
      expect(JSON.stringify(view)).not.toMatch(/138[\d*]{4}8000|王/);
      expect(await refusalOf(unmask(who, ticket.id))).toBe('access.denied');
    }
  });

  it('is shown masked to the handlers of an ordinary request', async () => {
    const ticket = await course.handling();
    expect(fieldOf(await district.view('pipesHandler', ticket), 'phone')?.value).toBe('138****8000');
  });

  it('is never read whole by the auditor', async () => {
    const ticket = await course.filed();
    expect(await refusalOf(unmask('auditor', ticket.id))).toBe('access.denied');
  });

  function unitAsked() {
    return { assisting: district.units.roads };
  }
});

describe('the same caller', () => {
  it('is recognised however the number is written, and only by a telephone that is whole', async () => {
    const phone = '13911112222';
    const first = await district.open({ phone });
    const second = await district.open({ phone: '139 1111 2222' });
    const ask = (sought: string) => district.run('operator', district.operations.sameCaller, { phone: sought });
    for (const written of [phone, '139-1111-2222', '１３９１１１１２２２２']) {
      expect((await ask(written)).items.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    }
    expect(await ask('2222 1')).toEqual({ items: [] });
  });

  it('of another area is not told to an operator of one area', async () => {
    const phone = '13922223333';
    await district.open({ phone });
    const told = await district.run('eastOperator', district.operations.sameCaller, { phone });
    expect(told).toEqual({ items: [] });
  });
});
