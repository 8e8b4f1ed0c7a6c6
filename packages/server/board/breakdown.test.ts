import { Readable } from 'node:stream';
import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, type PersonName, testDistrict } from '@huying/testing/district';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { measureOperations } from '../measure/index.ts';
import { type BoardOperations, boardOperations, type PanelOf } from './index.ts';

const db = await testDatabase();
const JULY = { from: '2026-07-01', to: '2026-07-31' };
let district: CaseDistrict;
let operations: BoardOperations;

/** In July: two tickets of the water department about one matter, closed; one of it not dispatched; one of the roads department. */
beforeAll(async () => {
  district = await testDistrict(db);
  operations = boardOperations(district.services, 0);
  await courseOf(district).closed();
  await courseOf(district).closed();
  const other = await courseOf(district).filed();
  await district.act('dispatcher', other, 'dispatch', { unit: district.units.roads, dispatchReason: '职责' });
  district.at('2026-08-20 10:00');
});

async function panel(who: PersonName, board: string, id: string, unit?: string) {
  const asked = { id: board, ...JULY, ...(unit === undefined ? {} : { unit }) };
  const { panels } = await district.run(who, operations.read, asked);
  return panels.find((one) => one.id === id) as PanelOf<'table'>;
}

describe('the matters of a unit', () => {
  it('are those of its own cases, by number, and add up to what it has', async () => {
    const water = await panel('waterHead', 'department', 'matters');
    expect(water.within).toEqual({ grain: 'unit', value: district.units.water });
    expect(water.rows.map(({ value, cells }) => [value, cells[0]?.n])).toEqual([['01002', 2]]);
    expect(water.rows[0]?.cells[2]).toMatchObject({ n: 2, d: 2, rate: 100, few: true });
    expect(water.whole.cells[0]?.n).toBe(2);
    expect((await panel('roadsHead', 'department', 'matters')).rows.map(({ cells }) => cells[0]?.n)).toEqual([1]);
  });

  it('of a unit that nothing was due for say 无应办, never 100 %', async () => {
    const { panels } = await district.run('roadsHead', operations.read, {
      id: 'department',
      from: '2026-07-01',
      to: '2026-07-01',
    });
    const { rows } = panels.find(({ id }) => id === 'matters') as PanelOf<'table'>;
    expect(rows.map(({ cells }) => cells[2]?.rate)).toEqual([null]);
  });

  it('of another’s unit are not told', async () => {
    const { values, rows } = measureOperations(district.services);
    expect(values.name).toBe('measure.values');
    const behind = {
      id: 'hotline.received',
      part: 'of' as const,
      grain: 'unit' as const,
      value: district.units.water,
      by: 'matter' as const,
      code: '01002',
      ...JULY,
    };
    expect(await district.run('roadsHead', rows, behind)).toMatchObject({ items: [], total: 0 });
    const own = await district.run('waterHead', rows, behind);
    expect([own.total, own.items.length, own.hidden]).toEqual([2, 2, 0]);
    const others = await district.run('waterHead', rows, { ...behind, code: '02001' });
    expect([others.total, others.items.length]).toEqual([0, 0]);
  });

  it('are exported with the rest of the board', async () => {
    const { content } = await district.run('waterHead', operations.export, { id: 'department', ...JULY });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.read(Readable.from(Buffer.from(content, 'base64')));
    const texts: string[] = [];
    workbook.worksheets[0]?.eachRow((row) => texts.push(String(row.getCell(1).value)));
    const title = texts.indexOf('本单位受理最多的十类事项');
    expect(texts.slice(title + 1, title + 4)).toEqual(['名称', '合计', '污水井盖']);
  });
});

describe('the matters of a street', () => {
  it('are those of what happened there, whoever handles it, as far as the reader’s numbers go', async () => {
    const matters = await panel('westHead', 'street', 'matters');
    expect(matters.within?.grain).toBe('street');
    expect(matters.rows).toEqual([]);
    const all = await panel('supervisor', 'street', 'matters', district.units.west);
    expect(all.rows.map(({ value, cells }) => [value, cells[0]?.n])).toEqual([['01002', 3]]);
    const handled = await panel('supervisor', 'street', 'ownMatters', district.units.west);
    expect(handled.rows).toEqual([]);
  });
});
