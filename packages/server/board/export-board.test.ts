import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, testDistrict } from '@huying/testing/district';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { runOperation } from '../ledger/index.ts';
import { fold, publishPeriods, recount } from '../measure/index.ts';
import { changeOrg, renameUnit } from '../org/index.ts';
import { type BoardOperations, boardOperations } from './index.ts';

const db = await testDatabase();
let district: CaseDistrict;
let boards: BoardOperations;
const JULY = { id: 'centre-month', from: '2026-07-01', to: '2026-07-31' };

async function workbook(locale: 'zh' | 'en' = 'zh', request: typeof JULY = JULY) {
  const who = district.as('supervisor', locale);
  const book = await runOperation(district.services, boards.export, { ...who, input: request });
  return { name: book.name, ...(await read(book.content)) };
}

async function read(content: string) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(content, 'base64') as unknown as ExcelJS.Buffer);
  const [data, definitions] = workbook.worksheets;
  if (data === undefined || definitions === undefined) throw new Error('a sheet is missing');
  return { data, definitions };
}

/** All rows of a sheet as arrays of cell values. */
function rowsOf(sheet: ExcelJS.Worksheet): unknown[][] {
  const rows: unknown[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
}

beforeAll(async () => {
  district = await testDistrict(db);
  boards = boardOperations(district.services, 0);
  await courseOf(district).closed();
  district.at('2026-08-03 09:00');
});

describe('an exported board whose numbers are out of the ordinary', () => {
  /** The cells of a row by the heads above it. */
  function cellsOf(sheet: ExcelJS.Worksheet, head: string, name: string): Record<string, unknown> {
    const rows = rowsOf(sheet);
    const place = rows.findIndex(([first]) => first === name);
    const row = rows[place] ?? [];
    const top = rows.slice(0, place).findLast(([first]) => first === head) ?? [];
    return Object.fromEntries(top.flatMap((title, at) => (at in row ? [[String(title), row[at]]] : [])));
  }

  it('has what was published and what a recount found beside the number, and says of which snapshot', async () => {
    const other = await testDistrict(db, { tenant: 'tampered' });
    const own = boardOperations(other.services, 0);
    const taken = async (locale: 'zh' | 'en') => {
      const book = await runOperation(other.services, own.export, { ...other.as('supervisor', locale), input: JULY });
      return read(book.content);
    };
    await courseOf(other).closed();
    await courseOf(other).handling();
    other.at('2026-08-01 06:00');
    await publishPeriods(other.services, other.tenant);
    await other.inside((ctx) => fold(ctx));
    expect(Object.keys(cellsOf((await taken('zh')).data, '名称', '合计'))).not.toContain('受理量 · 复核值');
    await other.inside(({ tx, tenant }) => tx.run('update measure_cell set n = n + 1 where tenant = $1', [tenant]));
    await recount(other.services, other.tenant);

    const zh = await taken('zh');
    expect(cellsOf(zh.data, '指标', '受理量')).toMatchObject({ 数值: 3, 发布值: 2, 复核值: 2 });
    const rate = cellsOf(zh.data, '指标', '按时办结率（批准时限）');
    expect(rate).toMatchObject({ 数值: 1, 分子: 2, 分母: 2, 发布值: 0.5, 复核值: 0.5, 提示: '样本不足' });
    expect(cellsOf(zh.data, '名称', '合计')).toMatchObject({
      受理量: 3,
      '受理量 · 发布值': 2,
      '受理量 · 复核值': 2,
      '满意率 · 提示': '样本不足',
    });
    expect(cellsOf(zh.definitions, '指标', '受理量')).toMatchObject({
      快照时间: '2026-08-01 06:00:00',
      '快照校验值 (SHA-256)': expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(rowsOf(zh.definitions)[7]?.[0]).toContain('与快照不同');

    const en = await taken('en');
    expect(cellsOf(en.data, 'Measure', 'Received')).toMatchObject({ Value: 3, 'As published': 2, Recounted: 2 });
    expect(cellsOf(en.data, 'Measure', 'On time (approved)')).toMatchObject({ Note: 'Too few' });
    expect(rowsOf(en.definitions)[7]?.[0]).toContain('may differ from it');
  });
});

describe('an exported board', () => {
  it('has its numbers as numbers: a rate as the share it is, shown in per cent', async () => {
    const { data, name } = await workbook();
    expect(name).toBe('中心月报 2026-07.xlsx');
    const row = rowsOf(data).find(([first]) => first === '满意率');
    expect(row?.slice(0, 5)).toEqual(['满意率', 1, 1, 1, 0]);
    let format = '';
    data.eachRow((one) => {
      if (one.getCell(1).value === '满意率') format = one.getCell(2).numFmt;
    });
    expect(format).toBe('0.0%');
  });

  it('says 无应办 where nobody was to be measured', async () => {
    const { data } = await workbook('zh', { ...JULY, from: '2026-05-01', to: '2026-05-31' });
    expect(rowsOf(data).find(([first]) => first === '满意率')?.[1]).toBe('无应办');
  });

  it('says by which measures a group is not ranked, and why', async () => {
    const leftOut = async (days: Partial<typeof JULY>) => {
      const { data } = await workbook('zh', { ...JULY, ...days });
      const rows = rowsOf(data).filter(([first]) =>
        String(first).startsWith('未计入本组排名（当期没有一个单位有可计的'),
      );
      return rows.map(([, ...names]) => names);
    };
    const all = ['按时办结率（批准时限）', '按时反馈率', '解决率', '满意率'];
    // In May nothing had come in; in July the departments were measured by everything and the streets by nothing.
    expect(await leftOut({ from: '2026-05-01', to: '2026-05-31' })).toEqual([all, all]);
    expect(await leftOut({})).toEqual([all]);
  });

  it('says on each sheet what it is of, over which days, who took it and when, and that it is for reference', async () => {
    const { data, definitions } = await workbook();
    for (const sheet of [data, definitions]) {
      const head = rowsOf(sheet).slice(0, 6);
      expect(head).toEqual([
        ['中心月报'],
        ['运行监测，供参考'],
        ['单位', '全区'],
        ['统计时段', '2026-07-01 – 2026-07-31'],
        ['导出人', 'supervisor'],
        ['取数时间', '2026-08-03 09:00:00'],
      ]);
    }
  });

  it('defines every number it holds, in both languages', async () => {
    const { definitions } = await workbook('en');
    const rows = rowsOf(definitions);
    const measure = rows.find(([first]) => first === 'On time (approved)');
    expect(measure?.[2]).toBe('按时办结率（批准时限）');
    expect(measure?.slice(7, 10)).toEqual([1, 20, 'Higher']);
    expect(measure?.[11]).toBe(
      'counted: “Closed at” is not after “Approved due time”\nmeasured: all of them\nleft out: “Appeals granted” is more than 0',
    );
  });

  it('names a clock and a calendar only beside a number that goes by them', async () => {
    const rows = rowsOf((await workbook()).definitions);
    const clockOf = (name: string) => rows.find(([first]) => first === name)?.slice(5, 7);
    expect(clockOf('满意率')).toEqual([undefined, undefined]);
    expect(clockOf('受理量')).toEqual([undefined, undefined]);
    expect(clockOf('按时办结率（批准时限）')).toEqual(['全程', '工作时间']);
  });

  it('says that nothing was published of the period, where nothing was', async () => {
    const rows = rowsOf((await workbook()).definitions);
    expect(rows[7]).toEqual(['本时段没有发布的快照；“数据”表中的数按取数时的事实统计。']);
  });

  it('writes a name that looks like a formula as the text it is', async () => {
    const evil = '=HYPERLINK("http://x","点")';
    await district.inside(async (ctx) => {
      await changeOrg(ctx);
      await ctx.tx.run('update unit set name_zh = $2 where tenant = $1 and id = $3', [
        ctx.tenant,
        `${evil}\u000b`,
        district.units.water,
      ]);
    });
    const { data } = await workbook();
    const cells = rowsOf(data).flat();
    expect(cells).toContain(evil);
    const formulas: unknown[] = [];
    data.eachRow((row) => row.eachCell((cell) => cell.type === ExcelJS.ValueType.Formula && formulas.push(cell.value)));
    expect(formulas).toEqual([]);
  });

  it('is kept in the ledger: who took which board, over what days', async () => {
    const kept = await district.inside(({ tx, tenant }) =>
      tx.rows<{ what: string }>(`select what from ledger where tenant = $1 and kind = 'board'`, [tenant]),
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(new Set(kept.map(({ what }) => what))).toEqual(new Set(['export']));
  });
});

describe('a unit that was renamed', () => {
  it('stands under its name at the end of the period, with those it bore before and since beside it', async () => {
    const other = await testDistrict(db, { tenant: 'renamed' });
    const own = boardOperations(other.services, 0);
    const names = async (locale: 'zh' | 'en', request: typeof JULY) => {
      const book = await runOperation(other.services, own.export, {
        ...other.as('supervisor', locale),
        input: request,
      });
      return rowsOf((await read(book.content)).data).map(([name]) => String(name));
    };
    const august = { ...JULY, from: '2026-08-01', to: '2026-08-31' };
    await courseOf(other).dispatched();
    other.at('2026-08-10 09:00');
    await courseOf(other).dispatched();
    const name = { zh: '区水利局', en: 'Water Conservancy' };
    await other.run('system', renameUnit, { unit: other.units.water, name });
    expect(await names('zh', JULY)).toContain('区水务局（现名：区水利局）');
    expect(await names('zh', august)).toContain('区水利局（曾用名：区水务局）');
    expect(await names('en', august)).toContain('Water Conservancy (formerly water)');
    const { subject } = await other.run('waterHead', own.read, { ...august, id: 'department' });
    expect(subject).toMatchObject({ name, formerly: [{ zh: '区水务局' }] });
    other.at('2026-09-03 09:00');
    await courseOf(other).dispatched();
    expect(await names('zh', { ...JULY, from: '2026-09-01', to: '2026-09-30' })).toContain('区水利局');
  });
});
