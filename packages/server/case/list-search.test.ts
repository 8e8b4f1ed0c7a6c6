import { setParameterOperation } from '@huying/server/parameter';
import { buildBlocks } from '@huying/server/search';
import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, type PersonName, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { rebuildSearch } from './index.ts';

const db = await testDatabase();
let district: CaseDistrict;
const opened = new Map<string, { id: string; number: string }>();

async function open(name: string, fields: Record<string, unknown>): Promise<void> {
  opened.set(name, await district.open({ words: '市民来电。', place: undefined, demandClass: 'A02', ...fields }));
}

beforeAll(async () => {
  district = await testDistrict(db);
  await open('lamp', { title: '清江大道路灯不亮', words: '三天了，夜里看不清。', phone: '13800134821' });
  district.clock.advance(1_000);
  await open('noise', { title: '工地夜间噪音扰民', words: '银行旁边的工地，路灯下面。' });
  district.clock.advance(1_000);
  await open('bank', { title: '银行门口占道经营', cityNumber: 'SZ2026-77-0042' });
  district.clock.advance(1_000);
  await open('cover', { title: '井盖 50% 破损_急', words: '编号 4821 的井盖。' });
});

type Page = Awaited<ReturnType<CaseDistrict['operations']['list']['run']>>;

const find = (q: string, who: PersonName = 'dispatcher', more: Record<string, unknown> = {}): Promise<Page> =>
  district.run(who, district.operations.list, { q, ...more });

const names = (page: Page) =>
  page.items.map(({ id }) => [...opened].find(([, one]) => one.id === id)?.[0] ?? '(another)');

const cases: readonly (readonly [what: string, q: string, names: readonly string[]])[] = [
  ['words of the title', '路灯不亮', ['lamp']],
  ['words of the description', '看不清', ['lamp']],
  ['words of both, newest first', '路灯', ['noise', 'lamp']],
  ['several words, all of them', '银行 工地', ['noise']],
  ['a phrase as it stands', '“工地夜间”', ['noise']],
  ['a phrase with what stands between', '"50% 破损"', ['cover']],
  ['what means the same', '噪声', ['noise']],
  ['pinyin', 'yinhang', ['bank']],
  ['pinyin as it is typed', 'zhandaojin', ['bank']],
  ['initials', 'ldbl', ['lamp']],
  ['pinyin of the classification', 'daolu', ['cover', 'bank', 'noise', 'lamp']],
  ['one character', '亮', ['lamp']],
  ['the number of another platform by its end', '0042', ['bank']],
  ['and whole', 'SZ2026-77-0042', ['bank']],
  ['nothing that was never written', '独角兽', []],
  ['neither joker of SQL', '_', []],
  ['nor the other', '%', []],
];

describe('a search', () => {
  it.each(cases)('finds %s: %s', async (_, q, expected) => {
    expect(names(await find(q))).toEqual(expected);
  });

  it('finds the same once blocks were made of what waited', async () => {
    await buildBlocks(district.services, district.tenant, 1);
    for (const [, q, expected] of cases) expect([q, names(await find(q))]).toEqual([q, expected]);
  });

  it('finds a case by its number the moment it is open, whole, small, without hyphens and by its end', async () => {
    const { id, number } = await district.open();
    for (const q of [number, number.toLowerCase(), number.replaceAll('-', ''), number.slice(-6), ` ${number} `]) {
      expect([q, (await find(q)).items.map((row) => row.id)]).toEqual([q, [id]]);
    }
  });

  it('says how it understood what was typed, and shows what it found', async () => {
    const { answer } = await find('路灯');
    expect(answer).toMatchObject({ looked: ['words'], since: null, because: null, behind: false, hint: null });
    expect(answer?.hits[opened.get('lamp')?.id ?? '']).toEqual({ marks: ['路灯'], around: null });
    expect(answer?.hits[opened.get('noise')?.id ?? '']).toEqual({
      marks: ['路灯'],
      around: '银行旁边的工地，路灯下面。',
    });
    expect((await find('yinhang')).answer?.hits[opened.get('bank')?.id ?? '']?.marks).toEqual(['银行']);
    expect((await find('4821')).answer?.looked).toEqual(['words', 'number', 'phone']);
  });

  it.each(['？！…', '🚧🔥', '"', '\ud83d', '“”'])('has nothing to look for in %j, and says so', async (q) => {
    expect(await find(q)).toMatchObject({ items: [], next: null, answer: { hint: 'nothing' } });
  });

  it.each(["' or 1=1 --", "'); drop table case_record; --", '路\u0000灯', '𠮷'.repeat(90), '（）【】a', '$1路 $2灯'])(
    'is not led astray by %j',
    async (q) => {
      expect(names(await find(q)).filter((name) => name !== '(another)')).toEqual([]);
    },
  );

  it('of four thousand characters is refused as too long', async () => {
    await expect(find('路灯'.repeat(2_000))).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('goes together with filters and lists', async () => {
    expect(names(await find('路灯', 'dispatcher', { filter: `state = 'closed'` }))).toEqual([]);
    expect(names(await find('路灯', 'dispatcher', { filter: `state = 'received'` }))).toEqual(['noise', 'lamp']);
    expect(names(await find('路灯', 'acceptor', { worklist: 'mine' }))).toEqual(['noise', 'lamp']);
    expect(names(await find('路灯', 'callbackOfficer', { worklist: 'mine' }))).toEqual([]);
  });

  it('is read in pages of any size without losing or repeating one', async () => {
    const whole = names(await find('道路'));
    expect(whole).toEqual(['cover', 'bank', 'noise', 'lamp']);
    for (const limit of [1, 2, 3]) {
      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Page = await find('道路', 'dispatcher', { limit, ...(cursor === null ? {} : { cursor }) });
        found.push(...names(page));
        cursor = page.next;
      } while (cursor !== null);
      expect(found).toEqual(whole);
    }
  });

  it('knows what a district says means the same', async () => {
    expect(names(await find('灯杆'))).toEqual([]);
    const operation = setParameterOperation(district.services.parameters);
    const input = { name: 'base.synonyms', value: [['灯杆', '路灯'], 'nonsense', [1]], reason: '测试' };
    await district.run('system', operation, input);
    expect(names(await find('灯杆'))).toEqual(['noise', 'lamp']);
  });

  it('finds a case by what it says now, and by the unit it went to', async () => {
    const ticket = await courseOf(district).handling({ title: '水塔漏水' });
    opened.set('tower', { id: ticket.id, number: '' });
    expect(names(await find('水塔', 'waterClerk'))).toEqual(['tower']);
    expect(names(await find('水塔', 'roadsClerk'))).toEqual([]);
    await buildBlocks(district.services, district.tenant, 1);
    expect(names(await find('水塔', 'waterClerk'))).toEqual(['tower']);
  });

  it('finds the same after everything was built anew', async () => {
    const before = names(await find('路灯'));
    expect(await rebuildSearch(district.services, district.tenant)).toBeGreaterThan(4);
    expect(names(await find('路灯'))).toEqual(before);
    expect(names(await find('水塔', 'waterClerk'))).toEqual(['tower']);
    expect(names(await find('0042'))).toEqual(['bank']);
  });
});

describe('the end of a telephone number', () => {
  it('finds the cases of its caller for those who take calls, beside what has it as words', async () => {
    expect(names(await find('4821'))).toEqual(['cover', 'lamp']);
    expect(names(await find('4821', 'auditor'))).toEqual(['cover']);
    expect(names(await find('4821', 'supervisor'))).toEqual(['cover']);
  });

  it('is all that is looked for: a whole number is not', async () => {
    expect(await find('13800134821')).toMatchObject({ items: [], answer: { hint: 'phone' } });
    expect(await find('138 0013 4821')).toMatchObject({ items: [], answer: { hint: 'phone' } });
  });
});
