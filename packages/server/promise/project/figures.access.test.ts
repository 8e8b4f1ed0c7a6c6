import { testDatabase } from '@huying/testing/database';
import { type Strangers, strangersOf } from '@huying/testing/district';
import { type FigureCourse, figureCourse } from '@huying/testing/figures';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
let course: FigureCourse;
let target = '';

beforeAll(async () => {
  strangers = await strangersOf(db);
  course = await figureCourse(db, strangers.here);
  target = await course.target('retail');
});

const everybody = [
  'waterClerk',
  'roadsClerk',
  'statistician',
  'supervisor',
  'auditor',
  'leader',
  'reportEditor',
] as const;

describe('figures', () => {
  it('are entered by the unit they are asked of and by the statistician, and by nobody else', async () => {
    const tries = async (who: Parameters<Strangers['tries']>[0], value: number) =>
      (
        await course.refused(who, course.operations.save, {
          month: '2026-06',
          entries: [{ promise: target, indicator: 'value', value, reason: '更正' }],
        })
      ).code;
    expect(await tries('waterClerk', 10)).toBe('done');
    // A unit below it is part of it.
    expect(await tries('pumpsClerk', 11)).toBe('done');
    expect(await tries('statistician', 12)).toBe('done');
    for (const who of [
      'roadsClerk',
      'supervisor',
      'auditor',
      'leader',
      'reportEditor',
      'systemAdmin',
      'deputy',
      'operator',
    ] as const) {
      expect([who, await tries(who, 13)]).toEqual([who, 'figure.sheet']);
    }
    const outside = await strangers.outsiders('waterClerk', course.operations.save, {
      month: '2026-06',
      entries: [{ promise: target, indicator: 'value', value: 1 }],
    });
    expect(outside).not.toContain('done');
  });

  it('of others are as unknown as those that are not there', async () => {
    const at = async (promise: string) =>
      (
        await course.refused('roadsClerk', course.operations.save, {
          month: '2026-06',
          entries: [{ promise, indicator: 'value', value: 1 }],
        })
      ).problems;
    expect(await at(target)).toEqual(await at(strangers.here.services.id()));
  });

  it('are read by whoever reads promises, units their own', async () => {
    for (const who of everybody) {
      const { lines } = await strangers.here.run(who, course.operations.sheet, { month: '2026-06' });
      expect([who, lines.length]).toEqual([who, who === 'roadsClerk' ? 0 : 1]);
    }
    for (const who of ['deputy', 'systemAdmin'] as const) {
      expect([who, await strangers.tries(who, course.operations.sheet, { month: '2026-06' })]).toEqual([
        who,
        'figure.notYours',
      ]);
      expect([who, await strangers.tries(who, course.operations.burden, { from: '2026-06', to: '2026-06' })]).toEqual([
        who,
        'figure.notYours',
      ]);
    }
    expect(await strangers.outsiders('waterClerk', course.operations.sheet, { month: '2026-06' })).not.toContain(
      'done',
    );
    expect(await strangers.outsiders('waterClerk', course.operations.template, { month: '2026-06' })).not.toContain(
      'done',
    );
    expect(
      await strangers.outsiders('waterClerk', course.operations.burden, { from: '2026-06', to: '2026-06' }),
    ).not.toContain('done');
    expect(await strangers.outsiders('waterClerk', course.operations.periods, { year: 2026 })).not.toContain('done');
  });

  it('are taken in from a workbook by those who may enter them', async () => {
    const rows = [
      ['目标编号', '指标代码', '本月值'],
      ['ZB-1', 'value', 3],
    ];
    expect(await strangers.tries('roadsClerk', course.operations.importFigures, { month: '2026-06', rows })).toBe(
      'figure.sheet',
    );
    expect(
      await strangers.outsiders('waterClerk', course.operations.importFigures, { month: '2026-06', rows }),
    ).not.toContain('done');
  });

  it('are asked for by the statistician, supervisors and report editors', async () => {
    for (const who of ['waterHead', 'leader', 'auditor', 'systemAdmin', 'deputy'] as const) {
      expect([who, await strangers.tries(who, course.operations.ask, { month: '2026-07' })]).toEqual([
        who,
        'figure.askerOnly',
      ]);
    }
    expect(await strangers.tries('supervisor', course.operations.ask, { month: '2026-07' })).toBe('done');
    expect(await strangers.outsiders('statistician', course.operations.ask, { month: '2026-07' })).not.toContain(
      'done',
    );
  });

  it('are frozen and released by the statistician alone', async () => {
    const freeze = { period: 'month' as const, start: '2026-01-01' };
    const release = { ...freeze, releasedOn: '2026-02-20' };
    for (const who of ['waterHead', 'supervisor', 'leader', 'reportEditor', 'systemAdmin', 'deputy'] as const) {
      expect([who, await strangers.tries(who, course.operations.freeze, freeze)]).toEqual([who, 'figure.keeperOnly']);
      expect([who, await strangers.tries(who, course.operations.release, release)]).toEqual([who, 'figure.keeperOnly']);
    }
    expect(await strangers.outsiders('statistician', course.operations.freeze, freeze)).not.toContain('done');
    expect(await strangers.outsiders('statistician', course.operations.release, release)).not.toContain('done');
    expect(await strangers.tries('statistician', course.operations.freeze, freeze)).toBe('done');
    expect(await strangers.tries('statistician', course.operations.release, release)).toBe('done');
  });

  it('that are doubtful are explained by those who entered them', async () => {
    await course.enter('system', '2026-04', [{ promise: target, indicator: 'value', value: 50 }]);
    const { doubts } = await course.enter('waterClerk', '2026-05', [
      { promise: target, indicator: 'value', value: 40 },
    ]);
    const explain = { id: doubts[0]?.id ?? '', words: '两户停业' };
    for (const who of ['roadsClerk', 'supervisor', 'leader', 'deputy'] as const) {
      expect([who, await strangers.tries(who, course.operations.explain, explain)]).toEqual([
        who,
        'figure.doubtUnknown',
      ]);
    }
    expect(await strangers.outsiders('waterClerk', course.operations.explain, explain)).not.toContain('done');
    expect(await strangers.tries('waterHead', course.operations.explain, explain)).toBe('done');
  });
});

describe('targets', () => {
  it('are read by whoever may read promises; others get nothing', async () => {
    for (const who of everybody)
      expect([who, await strangers.tries(who, course.operations.targets, { year: 2026 })]).toEqual([who, 'done']);
    expect((await strangers.here.run('roadsClerk', course.operations.targets, { year: 2026 })).targets).toEqual([]);
    expect((await strangers.here.run('deputy', course.operations.targets, { year: 2026 })).targets).toEqual([]);
    const there = await strangers.there.run('statistician', course.operations.targets, { year: 2026 });
    expect(there.targets).toEqual([]);
  });

  it('get their code and basis from the statistician', async () => {
    const input = { id: target, data: { basis: '统计局月报' } };
    for (const who of ['waterHead', 'supervisor', 'leader'] as const) {
      expect([who, await strangers.tries(who, course.operations.describeTarget, input)]).toEqual([
        who,
        'access.denied',
      ]);
    }
    expect(await strangers.tries('roadsClerk', course.operations.describeTarget, input)).toBe('promise.unknown');
    expect(await strangers.outsiders('statistician', course.operations.describeTarget, input)).not.toContain('done');
    expect(await strangers.tries('statistician', course.operations.describeTarget, input)).toBe('done');
  });
});
