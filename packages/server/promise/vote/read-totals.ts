import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { defineOperation } from '../../ledger/index.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { candidatesNamed } from './candidate.store.ts';
import { requireOffice } from './offices.ts';
import { countIn, requireSound, rowsByColumn } from './table-reading.ts';
import { findVote } from './vote.store.ts';
import { closed, nullable, type RowProblem, table, uuid } from './vote-schema.ts';
import { countsSchema, totalSchema } from './vote-view.ts';

/** What stands in the first column of rows that count ballots and not a project's. */
const counted = { 到会: 'present', 发出: 'issued', 收回: 'returned', 有效: 'valid', 无效: 'void' } as const;

/**
 * Reads certified totals from a sheet into the form, keeping nothing: rows of projects (序号, 赞成, 反对, 弃权), and rows 到会, 发出, 收回,
 * 有效, 无效 whose number stands in the column 赞成. @throws vote.columns, vote.rows
 */
export function readTotalsOperation(_services: PromiseServices) {
  return defineOperation({
    name: 'vote.readTotals',
    summary: { zh: '读取票数表', en: 'Read a sheet of totals' },
    input: Type.Object({ id: uuid, table }, closed),
    output: Type.Object({ counts: nullable(countsSchema), totals: Type.Array(totalSchema) }),
    async run(ctx, { id, table: given }) {
      await requireOffice(ctx, 'congress');
      const vote = await findVote(ctx.tx, ctx.tenant, id);
      if (vote === undefined) throw new HuyingError('vote.unknown');
      const listed = await candidatesNamed(ctx.tx, ctx.tenant, vote.rule.candidates);
      const problems: RowProblem[] = [];
      const counts: Partial<Record<(typeof counted)[keyof typeof counted], number>> = {};
      const totals = rowsByColumn(given, ['序号', '赞成', '反对', '弃权']).flatMap(({ row, cells }) => {
        const no = cells.序号 ?? '';
        const approve = countIn(cells.赞成);
        if (Object.hasOwn(counted, no)) {
          if (approve === undefined)
            problems.push({ row, zh: '应为非负整数。', en: 'A whole number from 0 is needed.' });
          else counts[counted[no as keyof typeof counted]] = approve;
          return [];
        }
        const candidate = listed.find((one) => String(one.no) === no || one.title === no);
        const [oppose, abstain] = [countIn(cells.反对), countIn(cells.弃权)];
        if (candidate === undefined) {
          problems.push({ row, zh: `名单上没有“${no}”。`, en: `“${no}” is not on the list.` });
          return [];
        }
        if (approve === undefined || oppose === undefined || abstain === undefined) {
          problems.push({ row, zh: '票数应为非负整数。', en: 'Votes are whole numbers from 0.' });
          return [];
        }
        return [{ candidate: candidate.id, approve, oppose, abstain }];
      });
      requireSound(problems);
      const { present, issued, returned, valid, void: spoilt } = counts;
      const whole = [present, issued, returned, valid, spoilt].every((one) => one !== undefined);
      return {
        counts: whole
          ? {
              present: present ?? 0,
              issued: issued ?? 0,
              returned: returned ?? 0,
              valid: valid ?? 0,
              void: spoilt ?? 0,
            }
          : null,
        totals,
      };
    },
  });
}
