import { HuyingError, isHuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { defineOperation } from '../../ledger/index.ts';
import { closed } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { enterFigures } from './enter-figures.ts';
import { monthSchema, savedSchema } from './figure-schema.ts';
import { figureTemplate, readFigureRows } from './figure-workbook.ts';
import { readSheet, sheetRequest } from './read-sheet.ts';

/** The rows of a sheet as its cells stand there: texts, numbers, nothing. */
export const cellRows = Type.Array(
  Type.Array(Type.Union([Type.String({ maxLength: 4000 }), Type.Number(), Type.Null()]), { maxItems: 100 }),
  { minItems: 1, maxItems: 5000 },
);

/** The sheet of a month as xlsx, with a row for each figure the reader may enter. */
export function figureTemplateOperation(services: PromiseServices) {
  return defineOperation({
    name: 'figure.template',
    summary: { zh: '下载填报表', en: 'The sheet as a workbook' },
    input: sheetRequest,
    output: Type.Object({ name: Type.String(), content: Type.String({ description: 'xlsx in base64' }) }),
    async run(ctx, input) {
      const sheet = await readSheet(ctx, services, input);
      const content = await figureTemplate(sheet, ctx.locale);
      const name = ctx.locale === 'zh' ? `指标填报表 ${sheet.month}.xlsx` : `Figures ${sheet.month}.xlsx`;
      return { name, content: content.toString('base64') };
    },
  });
}

/** A filled-in sheet, taken in whole or refused with what is wrong cell by cell. */
export function importFiguresOperation(services: PromiseServices) {
  return defineOperation({
    name: 'figure.import',
    summary: { zh: '导入填报表', en: 'Take in a filled-in sheet' },
    input: Type.Object({ month: monthSchema, rows: cellRows }, closed),
    output: savedSchema,
    async run(ctx, { month, rows }) {
      const sheet = await readSheet(ctx, services, { month });
      const read = readFigureRows(rows, sheet.lines);
      if (read.faults.length > 0) throw new HuyingError('figure.sheet', { count: read.faults.length }, read.faults);
      if (read.entries.length === 0) throw new HuyingError('figure.empty');
      try {
        return await enterFigures(ctx, services, { month, entries: read.entries });
      } catch (error) {
        // What is wrong with an entry is told at its cell.
        if (!isHuyingError(error) || error.problems.length === 0) throw error;
        const problems = error.problems.map(({ path, ...said }) => {
          const [, , at = '', property = ''] = path.split('/');
          const cell = read.cells[Number(at)]?.[property];
          return { ...said, path: cell === undefined ? path : `/${cell}` };
        });
        throw new HuyingError(error.code, error.params, problems);
      }
    },
  });
}
