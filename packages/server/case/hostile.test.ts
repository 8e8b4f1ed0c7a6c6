import { isHuyingError } from '@huying/kit/error';
import { runOperation } from '@huying/server/ledger';
import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, type Course, courseOf, refusalOf, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let district: CaseDistrict;
let course: Course;
beforeAll(async () => {
  district = await testDistrict(db);
  course = courseOf(district);
});

async function count(table: 'case_record' | 'ledger' | 'outbox'): Promise<number> {
  const row = await district.inside(({ tx, tenant }) =>
    tx.one<{ count: number }>(`select count(*) as count from ${table} where tenant = $1`, [tenant]),
  );
  return row?.count ?? 0;
}

describe('two at the same case', () => {
  it('the second is told who did what and when, in the reader’s language', async () => {
    const ticket = await district.open();
    await district.act('acceptor', ticket, 'file', { matter: '01002' });
    await district.run('operator', district.operations.unmask, { id: ticket.id, field: 'phone', purpose: '回电' });
    const late = (locale: 'zh' | 'en') =>
      runOperation(district.services, district.operations.act, {
        ...district.as('shiftLeader', locale),
        input: { id: ticket.id, action: 'decline', asked: { answer: '不予受理' }, version: 1 },
      });
    const params = { who: 'acceptor', what: '立案', version: 2 };
    await expect(late('zh')).rejects.toMatchObject({ code: 'case.stale', params });
    await expect(late('en')).rejects.toMatchObject({ code: 'case.stale', params: { what: 'File' } });
  });

  it('of twenty at once one acts and the others are refused; nothing is done twice', async () => {
    const ticket = await district.open();
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        district.run('acceptor', district.operations.act, {
          id: ticket.id,
          action: 'file',
          asked: { matter: '01002' },
          version: 1,
        }),
      ),
    );
    const refused = attempts.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toHaveLength(19);
    expect(refused.every((error) => isHuyingError(error) && error.code === 'case.stale')).toBe(true);
    expect(await district.ledger(ticket.id)).toHaveLength(2);
  });

  it('a repeated key gets the answer kept, also after the case went on; another input under it is refused', async () => {
    const fields = { title: '井盖', words: '破了', demandKind: 'request', demandClass: 'A01', channel: 'phone' };
    const open = (title: string) =>
      district.run('operator', district.operations.open, { type: 'ticket', fields: { ...fields, title } }, 'key-1');
    const answers = await Promise.all(Array.from({ length: 8 }, () => open('井盖')));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const [first] = answers;
    if (first === undefined) throw new Error('nothing was opened');
    await district.act('acceptor', first, 'file', { matter: '01002' });
    expect(await open('井盖')).toEqual(first);
    expect(await refusalOf(open('别的'))).toBe('ledger.keyReused');
  });

  it('a number of another platform opens one case, however many bring it at once', async () => {
    const input = {
      type: 'ticket',
      fields: { title: '井盖', words: '破了', demandKind: 'request', demandClass: 'A01', channel: 'city' },
      external: { source: 'city', number: 'CITY-42' },
    };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => district.run('system', district.operations.open, input)),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });
});

describe('what is not there', () => {
  it('is refused by name: a type, an action, a code, a case, a worklist, a source', async () => {
    const { operations, run } = district;
    const ticket = await course.handling();
    const nowhere = '01a2002c-0000-7000-8000-000000000000';
    expect(await refusalOf(run('operator', operations.open, { type: 'tickets', fields: {} }))).toBe('case.unknownType');
    expect(await refusalOf(run('operator', operations.open, { type: 'constructor', fields: {} }))).toBe(
      'case.unknownType',
    );
    expect(await refusalOf(district.open({ demandClass: 'Z99' }))).toBe('case.asked');
    expect(
      await refusalOf(district.open({ place: { cell: '440199009', point: null, address: '', datum: 'WGS84' } })),
    ).toBe('case.asked');
    expect(await refusalOf(run('auditor', operations.read, { id: nowhere }))).toBe('case.unknown');
    expect(await refusalOf(run('operator', operations.list, { worklist: 'constructor' }))).toBe('case.unknownWorklist');
    expect(await refusalOf(run('operator', operations.choices, { source: '__proto__' }))).toBe('case.unknownSource');
    for (const action of ['nothing', 'constructor', '__proto__', 'toString', 'hasOwnProperty', '立案']) {
      expect(await refusalOf(district.act('waterClerk', ticket, action))).toBe('case.unknownAction');
    }
  });

  it('a point outside every area is kept, with no area', async () => {
    const place = { cell: null, point: { longitude: 0, latitude: 0 }, address: '海上', datum: 'WGS84' };
    const ticket = await district.open({ place });
    expect((await district.view('dispatcher', ticket)).place).toMatchObject({ areas: [], longitude: 0 });
  });
});

describe('hostile input', () => {
  const texts = [
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    "'; drop table case_record; --",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what is tried is just this
    '{{constructor.constructor("return process")()}} ${7*7} %s %n',
    '👩‍👩‍👧‍👦🏳️‍🌈 𠮷野家 ﷽',
  ];

  it.each(texts)('%s is a text like any other', async (words) => {
    const ticket = await district.open({ title: words, words });
    const view = await district.view('dispatcher', ticket);
    expect(view.title).toBe(words);
    const found = await district.run('dispatcher', district.operations.list, { q: words });
    expect(found.items.map(({ id }) => id)).toContain(ticket.id);
    const filter = `title = '${words.replaceAll("'", "''")}'`;
    const filtered = await district.run('dispatcher', district.operations.list, { filter });
    expect(filtered.items.map(({ id }) => id)).toContain(ticket.id);
  });

  it('NUL, direction marks and half characters are taken out of texts', async () => {
    const ticket = await district.open({ title: 'a\u0000b\u202ec\ud800', words: '\u0000破了' });
    expect((await district.view('dispatcher', ticket)).title).toBe('abc\ufffd');
  });

  it('a megabyte of emoji is refused with its place, whichever field it is in, and leaves nothing behind', async () => {
    const megabyte = '😀'.repeat(262_144);
    const before = [await count('case_record'), await count('ledger'), await count('outbox')];
    for (const name of ['title', 'words', 'caller', 'phone', 'demandKind', 'demandClass', 'complainedUnit', 'place']) {
      const attempt = district.open({ [name]: megabyte });
      await expect(attempt).rejects.toMatchObject({ code: 'case.asked', problems: [{ path: `/${name}` }] });
    }
    expect([await count('case_record'), await count('ledger'), await count('outbox')]).toEqual(before);
  });

  it('names that every object has are no fields of a form', async () => {
    const bare = { title: '井盖', words: '破了', demandKind: 'request', demandClass: 'A01', channel: 'phone' };
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'state', 'unit', 'answer']) {
      const fields = JSON.parse(`{${JSON.stringify(name)}: {"polluted": true}}`) as Record<string, unknown>;
      const attempt = district.run('operator', district.operations.open, {
        type: 'ticket',
        fields: Object.defineProperties({ ...bare }, Object.getOwnPropertyDescriptors(fields)),
      });
      expect(await refusalOf(attempt)).toBe('case.asked');
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const ticket = await district.open();
    const asked = JSON.parse('{"__proto__": {"passed": true}, "matter": "01002"}') as Record<string, unknown>;
    expect(await refusalOf(district.act('acceptor', ticket, 'file', asked))).toBe('case.asked');
  });

  it('what every list is asked with is answered by a refusal, never by a fault', async () => {
    const list = (input: Record<string, unknown>) =>
      refusalOf(district.run('dispatcher', district.operations.list, input));
    const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const text of ['', '{}', 'AAAA', cursor(null), cursor(['2026', 'x']), cursor(['1', '-'.repeat(36)])]) {
      expect(await list({ cursor: text })).toBe('case.cursor');
    }
    const id = '01a2002c-0000-7000-8000-000000000000';
    expect(await list({ cursor: cursor(['2026-07-01', id]) })).toBe('case.cursor');
    expect(await list({ cursor: cursor(['infinity', id]) })).toBe('done');
    expect(await list({ filter: 'phone = 1' })).toBe('condition.noColumn');
    expect(await list({ filter: "data.phone = '138'" })).toMatch(/^condition\./);
    expect(await list({ filter: "state = 'x' or" })).toMatch(/^condition\./);
    expect(await list({ filter: `${'('.repeat(1500)}1=1` })).toMatch(/^condition\./);
    expect(await list({ filter: "openedAt > 'yesterday'" })).toMatch(/^condition\./);
    expect(await list({ filter: "unit = 'water'" })).not.toBe('done');
    expect(await list({ filter: "title = 'a\u0000b'" })).not.toBe('done');
    expect(await list({ q: 'a\u0000b' })).toBe('done');
    expect(await list({ limit: 1e9 })).toBe('request.invalid');
  });
});
