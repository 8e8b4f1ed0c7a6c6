import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, testDistrict } from '@huying/testing/district';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { runOperation } from '../ledger/index.ts';
import { changeOrg } from '../org/index.ts';
import { type BoardOperations, boardOperations } from './index.ts';

const db = await testDatabase();
let district: CaseDistrict;
let boards: BoardOperations;
const JULY = { id: 'centre-month', from: '2026-07-01', to: '2026-07-31' };

async function workbook(locale: 'zh' | 'en' = 'zh', request: typeof JULY = JULY) {
  const who = district.as('supervisor', locale);
  const book = await runOperation(district.services, boards.export, { ...who, input: request });
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(Buffer.from(book.content, 'base64') as unknown as ExcelJS.Buffer);
  const [data, definitions] = read.worksheets;
  if (data === undefined || definitions === undefined) throw new Error('a sheet is missing');
  return { name: book.name, data, definitions };
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
    expect(String(measure?.[11])).toContain('of: ');
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
