import Type from 'typebox';
import { defineOperation } from '../../ledger/index.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { sitesOf } from './site.store.ts';
import { addSites, type SiteDraft } from './site.ts';
import { heldPromise, requireWorker } from './site-work.ts';
import { type Row, requireSound, rowsByColumn } from './table-reading.ts';
import { closed, type RowProblem, table, uuid } from './vote-schema.ts';

/** Header of the sheet of sites; the first is needed. */
export const siteColumns = [
  '点位名称',
  '地址',
  '经度',
  '纬度',
  '责任单位',
  '完成时限',
  '建设内容',
  '规划许可证号',
  '特种设备登记证号',
];

/** Adds the sites of a sheet; a wrong row is told with its number and then none is added. @throws vote.columns, vote.rows, vote.notYours */
export function importSitesOperation(services: PromiseServices) {
  return defineOperation({
    name: 'site.import',
    summary: { zh: '导入点位', en: 'Import sites' },
    input: Type.Object({ promise: uuid, table }, closed),
    output: Type.Object({ added: Type.Integer() }),
    async run(ctx, { promise: of, table: given }) {
      const reached = await heldPromise(ctx, services, of);
      requireWorker(ctx, reached);
      const rows = rowsByColumn(given, ['点位名称']);
      const known = new Set((await sitesOf(ctx.tx, ctx.tenant, of)).map(({ name }) => name));
      const problems: RowProblem[] = [];
      const drafts = rows.map(({ row, cells }) => {
        const fault = (zh: string, en: string) => problems.push({ row, zh, en });
        const name = cells.点位名称 ?? '';
        if (name === '' || name.length > 200) fault('点位名称为空或过长。', 'The name is missing or too long.');
        else if (known.has(name)) fault(`点位“${name}”已有。`, `Site “${name}” is there already.`);
        known.add(name);
        const unit = cells.责任单位 ? unitNamed(cells.责任单位) : undefined;
        if (cells.责任单位 && unit === undefined)
          fault(`没有名为“${cells.责任单位}”的单位。`, `No unit is called “${cells.责任单位}”.`);
        const due = cells.完成时限?.replaceAll('/', '-');
        if (due && !isDay(due)) fault('完成时限应为日期，如 2027-06-30。', 'The date should be as 2027-06-30.');
        const point = pointIn(cells);
        if (point === undefined) fault('经纬度应成对，为小数度。', 'Longitude and latitude come together, in degrees.');
        return {
          name,
          address: cells.地址 || null,
          ...point,
          unit: unit ?? null,
          due: due || null,
          work: cells.建设内容 || null,
          permits: permitsIn(cells),
        };
      });
      requireSound(problems);
      if (drafts.length > 0) await addSites(ctx, services, reached, drafts);
      return { added: drafts.length };

      function unitNamed(name: string): string | undefined {
        return reached.world.org.units.find((unit) => unit.name.zh === name || unit.code === name)?.id;
      }
    },
  });
}

function pointIn(cells: Row): { longitude: number | null; latitude: number | null } | undefined {
  const [longitude, latitude] = [cells.经度 ?? '', cells.纬度 ?? ''];
  if (longitude === '' && latitude === '') return { longitude: null, latitude: null };
  const number = /^-?\d{1,3}(\.\d{1,17})?$/;
  if (!number.test(longitude) || !number.test(latitude)) return undefined;
  const [x, y] = [Number(longitude), Number(latitude)];
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? { longitude: x, latitude: y } : undefined;
}

function permitsIn(cells: Row): NonNullable<SiteDraft['permits']> {
  const kinds = { 建设工程规划许可证: cells.规划许可证号, 特种设备使用登记证: cells.特种设备登记证号 };
  return Object.entries(kinds).flatMap(([kind, number]) => (number ? [{ kind, number, date: null }] : []));
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
