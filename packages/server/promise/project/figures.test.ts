import { testDatabase } from '@huying/testing/database';
import { type FigureCourse, figureCourse } from '@huying/testing/figures';
import { beforeAll, describe, expect, it } from 'vitest';
import { setParameterOperation } from '../../parameter/index.ts';
import type { Sheet } from './figure-schema.ts';
import { figureRound } from './monthly-round.ts';

const db = await testDatabase();
let course: FigureCourse;
const ids: Record<string, string> = {};
const lineIn = (sheet: Sheet, code: string) => sheet.lines.find(({ promise }) => promise === ids[code]);
const sheetOf = (who: Parameters<FigureCourse['refused']>[0], month: string) =>
  course.district.run(who, course.operations.sheet, { month });
const entry = (code: string, value: number | string | null, more = {}) => ({
  promise: ids[code] ?? '',
  indicator: 'value',
  value,
  ...more,
});

beforeAll(async () => {
  course = await figureCourse(db);
  for (const code of ['gdp', 'gdp-primary', 'gdp-secondary', 'gdp-tertiary', 'retail'])
    ids[code] = await course.target(code);
  ids['retail-2025'] = await course.target('retail', {}, 2025);
  ids.yearly = await course.target('jobs', { every: 'year' });
});

describe('the sheet of a month', () => {
  it('holds what is due of the unit, and what it was a month and a year ago', async () => {
    await course.enter('system', '2026-05', [entry('retail', 50)]);
    await course.enter('system', '2025-06', [{ promise: ids['retail-2025'] ?? '', indicator: 'value', value: 48 }]);
    const sheet = await sheetOf('waterClerk', '2026-06');
    expect(lineIn(sheet, 'retail')).toMatchObject({
      label: 'retail',
      may: true,
      now: null,
      lastMonth: { value: 50 },
      lastYear: { value: 48 },
    });
    expect(lineIn(sheet, 'yearly')).toBeUndefined();
    expect(lineIn(await sheetOf('waterClerk', '2026-07'), 'retail')).toBeDefined();
  });

  it('of another unit is not shown', async () => {
    expect((await sheetOf('roadsClerk', '2026-06')).lines).toEqual([]);
    expect((await sheetOf('statistician', '2026-06')).lines.length).toBeGreaterThan(4);
  });
});

describe('entering figures', () => {
  it('takes numbers as they were pasted, and counts a blank as nothing', async () => {
    const saved = await course.enter('waterClerk', '2026-04', [entry('retail', ' 1,234.50 '), entry('gdp', '')]);
    expect(saved).toMatchObject({ saved: 1, unchanged: 0 });
    const sheet = await sheetOf('waterClerk', '2026-04');
    expect(lineIn(sheet, 'retail')?.now).toMatchObject({
      value: 1234.5,
      standing: 'provisional',
      source: 'self',
      asOf: '2026-04-30',
    });
    expect(lineIn(sheet, 'gdp')?.now).toBeNull();
  });

  it('is all or nothing, with what is wrong cell by cell', async () => {
    const entries = [entry('retail', 60), entry('gdp', '约100'), entry('gdp-primary', null, { growth: 3 })];
    const { code, problems } = await course.refused('waterClerk', course.operations.save, {
      month: '2026-06',
      entries,
    });
    expect([code, problems.map(({ path }) => path)]).toEqual([
      'figure.sheet',
      ['/entries/1/value', '/entries/2/value'],
    ]);
    expect(lineIn(await sheetOf('waterClerk', '2026-06'), 'retail')?.now).toBeNull();
  });

  it('refuses a sheet that does not sum, with the difference', async () => {
    const parts = [entry('gdp-primary', 1), entry('gdp-secondary', 30), entry('gdp-tertiary', 68)];
    const input = { month: '2026-03', entries: [entry('gdp', 100), ...parts] };
    const { code, problems } = await course.refused('waterClerk', course.operations.save, input);
    expect([code, problems[0]?.zh]).toEqual([
      'figure.sums',
      'gdp 100.00，gdp-primary、gdp-secondary、gdp-tertiary合计 99.00，相差 1.00。',
    ]);
    // What is not there yet makes no sum, and the last part that comes is checked with what the others entered.
    expect(
      await course.enter(
        'waterClerk',
        '2026-03',
        [entry('gdp', 100), parts[0], parts[1]].filter((one) => one !== undefined),
      ),
    ).toMatchObject({
      saved: 3,
      openSums: [{ total: 'gdp', missing: ['gdp-tertiary'] }],
    });
    expect(
      (
        await course.refused('waterClerk', course.operations.save, {
          month: '2026-03',
          entries: [entry('gdp-tertiary', 68)],
        })
      ).code,
    ).toBe('figure.sums');
    expect(await course.enter('waterClerk', '2026-03', [entry('gdp-tertiary', 69)])).toMatchObject({
      saved: 1,
      openSums: [],
    });
  });

  it('of the same again changes nothing; of another asks why, and the old one stays', async () => {
    const month = '2026-02';
    await course.enter('waterClerk', month, [entry('retail', 20)]);
    expect(await course.enter('waterClerk', month, [entry('retail', 20)])).toMatchObject({ saved: 0, unchanged: 1 });
    const input = { month, entries: [entry('retail', 21)] };
    const { problems } = await course.refused('waterClerk', course.operations.save, input);
    expect(problems.map(({ path }) => path)).toEqual(['/entries/0/reason']);
    await course.enter('waterClerk', month, [entry('retail', 21, { reason: '漏计一户' })]);
    const entries = await course.district.ledger(ids.retail ?? '');
    expect(entries.at(-1)).toMatchObject({ what: 'corrected', body: { value: 21, was: 20, reason: '漏计一户' } });
  });

  it('makes a provisional figure final, and no final one provisional', async () => {
    const month = '2026-01';
    await course.enter('waterClerk', month, [entry('retail', 10)]);
    await course.enter('waterClerk', month, [entry('retail', 10.05, { standing: 'final' })]);
    expect(lineIn(await sheetOf('waterClerk', month), 'retail')?.now).toMatchObject({
      value: 10.05,
      standing: 'final',
    });
    const back = { month, entries: [entry('retail', 10, { standing: 'provisional' as const, reason: '误' })] };
    expect((await course.refused('waterClerk', course.operations.save, back)).problems[0]?.path).toBe(
      '/entries/0/standing',
    );
  });

  it('raises what is doubtful, keeps it, and has it explained', async () => {
    const { doubts } = await course.enter('waterClerk', '2026-05', [entry('gdp', 100), entry('gdp-primary', 200)]);
    expect(doubts).toEqual([]);
    const saved = await course.enter('waterClerk', '2026-06', [
      entry('retail', 40, { growth: 12 }),
      entry('gdp-primary', 180, { explanation: '普查后修订' }),
    ]);
    // 40 is less than May's 50, and 12 % is not its growth over last year's 48.
    expect(saved.doubts.map(({ kind, explanation }) => [kind, explanation])).toEqual([
      ['shrink', null],
      ['growth', null],
      ['shrink', '普查后修订'],
    ]);
    const [first] = saved.doubts;
    const explained = await course.district.run('waterHead', course.operations.explain, {
      id: first?.id ?? '',
      words: '两户停业',
    });
    expect(explained).toMatchObject({ explanation: '两户停业' });
    expect(lineIn(await sheetOf('waterClerk', '2026-06'), 'retail')?.now?.value).toBe(40);
  });

  it('of a month that has not begun, or that is none, is refused', async () => {
    const tries = (month: string) =>
      course.refused('waterClerk', course.operations.save, { month, entries: [entry('retail', 1)] });
    expect((await tries('2026-08')).code).toBe('figure.future');
    expect((await tries('2026-13')).code).toBe('figure.month');
  });

  it('by whoever verified it is refused, and so is verifying what one reported', async () => {
    await course.enter('statistician', '2026-04', [entry('gdp-tertiary', 70)]);
    const sheet = await sheetOf('waterClerk', '2026-04');
    expect(lineIn(sheet, 'gdp-tertiary')?.now?.source).toBe('verified');
    const over = { month: '2026-04', entries: [entry('gdp-tertiary', 71, { reason: '更正' })] };
    expect((await course.refused('waterClerk', course.operations.save, over)).problems[0]?.zh).toContain('核定值');
  });
});

describe('a frozen month', () => {
  it('takes nothing more, but for the statistician’s correction with a reason', async () => {
    const month = '2026-02';
    await course.district.run('statistician', course.operations.freeze, { period: 'month', start: '2026-02-01' });
    const input = { month, entries: [entry('retail', 22, { reason: '更正' })] };
    expect((await course.refused('waterClerk', course.operations.save, input)).problems[0]?.zh).toContain('已冻结');
    const silent = { month, entries: [entry('retail', 22)] };
    expect((await course.refused('statistician', course.operations.save, silent)).problems[0]?.path).toBe(
      '/entries/0/reason',
    );
    expect(await course.enter('statistician', month, [entry('retail', 22, { reason: '统计执法检查' })])).toMatchObject({
      saved: 1,
    });
    expect((await sheetOf('waterClerk', month)).frozen).toMatchObject({ by: 'statistician' });
  });

  it('is frozen once, from its own first day', async () => {
    const tries = (start: string, period: 'month' | 'quarter' = 'month') =>
      course.refused('statistician', course.operations.freeze, { period, start });
    expect((await tries('2026-02-01')).code).toBe('figure.frozenAlready');
    expect((await tries('2026-02-02')).code).toBe('figure.period');
    expect((await tries('2026-02-01', 'quarter')).code).toBe('figure.period');
  });
});

describe('asking units for figures', () => {
  const ask = (month: string, codes?: readonly string[]) =>
    course.refused('statistician', course.operations.ask, {
      month,
      ...(codes === undefined
        ? {}
        : { figures: codes.map((code) => ({ promise: ids[code] ?? '', indicator: 'value' })) }),
    });

  it('for what the system holds, or what was asked before, is refused', async () => {
    expect((await ask('2026-06', ['retail'])).problems.map(({ zh }) => zh)).toEqual(['retail：系统已有本期数据。']);
    expect((await ask('2026-06', ['gdp-secondary'])).code).toBe('done');
    expect((await ask('2026-06', ['gdp-secondary'])).problems.map(({ zh }) => zh)).toEqual([
      'gdp-secondary：本期已要过一次。',
    ]);
  });

  it('for all that is due leaves out what is there; what was asked is counted by unit and answered by entering', async () => {
    const asked = await course.district.run('statistician', course.operations.ask, { month: '2026-06' });
    // gdp and gdp-tertiary: the rest is there or was asked for.
    expect(asked).toEqual({ month: '2026-06', asked: 2, held: 3 });
    await course.enter('waterClerk', '2026-06', [entry('gdp-secondary', 30)]);
    const { units, months } = await course.district.run('statistician', course.operations.burden, {
      from: '2026-07',
      to: '2026-07',
    });
    expect(units).toMatchObject([{ unit: { id: course.district.units.water }, asked: 3, answered: 1 }]);
    expect(months).toEqual([{ month: '2026-07', asked: 3, answered: 1 }]);
  });

  it('goes by itself on the day the district set, and once', async () => {
    const { district } = course;
    const round = () => figureRound(district.services, district.tenant);
    expect((await round()).asked).toBe(0);
    district.at('2026-08-03 09:00');
    const set = setParameterOperation(district.services.parameters);
    await district.run('statistician', set, { name: 'targets.askOn', value: 5, reason: '统计制度' });
    expect((await round()).asked).toBe(0);
    district.at('2026-08-05 09:00');
    expect((await round()).asked).toBe(5);
    expect((await round()).asked).toBe(0);
  });
});

describe('a value that would not count', () => {
  it('is refused at its cell with the period it has to be of, typed or from xlsx, and the cell says so before', async () => {
    const path = { shape: 'months' as const, start: '2027-01-01', due: '2027-12-31' };
    ids.next = await course.target('next', { path });
    const { code, problems } = await course.refused('waterClerk', course.operations.save, {
      month: '2026-06',
      entries: [entry('next', 3)],
    });
    expect(code).toBe('figure.sheet');
    expect(problems).toMatchObject([
      { path: '/entries/0/value', zh: expect.stringContaining('2027-01-01 至 2027-12-31') },
    ]);
    const line = lineIn(await sheetOf('waterClerk', '2026-06'), 'next');
    expect(line).toMatchObject({
      may: false,
      barred: { en: expect.stringContaining('Give a day from 2027-01-01 on') },
    });
    const rows = [
      ['目标编号', '指标代码', '本月值'],
      [line?.number ?? '', 'value', 3],
    ];
    const filled = await course.refused('waterClerk', course.operations.importFigures, { month: '2026-06', rows });
    expect(filled.problems).toMatchObject([{ path: '/C2', zh: expect.stringContaining('2027-01-01') }]);
  });
});

describe('a figure of a quarter', () => {
  it('is asked for and shown in the month its period ends, and not in those between', async () => {
    const quarter = await course.target('quarterly', { every: 'quarter', aim: { aim: 'up', base: 0, value: 9 } });
    const of = (month: string) => ({ month, figures: [{ promise: quarter, indicator: 'value' }] });
    const { code, problems } = await course.refused('statistician', course.operations.ask, of('2026-05'));
    expect([code, problems[0]?.zh]).toEqual(['figure.held', 'quarterly：本期不到填报期。']);
    const sheet = await sheetOf('statistician', '2026-05');
    expect(sheet.lines.some(({ promise }) => promise === quarter)).toBe(false);
    expect((await course.refused('statistician', course.operations.ask, of('2026-03'))).code).toBe('done');
  });
});
