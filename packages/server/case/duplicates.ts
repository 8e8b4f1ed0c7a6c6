import { dayNumberOf, HOUR_MS, instantOf, isoDateOf } from '@huying/kit/calendar';
import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { reachSql } from '../access/index.ts';
import { defineOperation } from '../ledger/index.ts';
import type { CaseServices } from './case-services.ts';
import { duplicateGroups, duplicatePairs } from './duplicate-pairs.ts';
import { placedCases } from './duplicates.store.ts';
import { caseRows } from './named-rows.ts';
import { caseRowSchema } from './view-schema.ts';
import { worldOf } from './world.ts';

/** Cases looked at: a year of a district's. */
const MOST_CASES = 200_000;
/** Groups shown, and cases of each. */
const MOST_GROUPS = 50;
const MOST_OF_GROUP = 20;

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'a day of the district' });

/**
 * What may have come in more than once within some days: cases of the same matter near one another and soon after one another, as
 * `case.similar` has it, in groups that hang together, as far as the reader may see them. Nothing is merged; a person decides.
 */
export function duplicatesOperation(services: CaseServices) {
  return defineOperation({
    name: 'case.duplicates',
    summary: { zh: '一段时间内疑似重复的工单', en: 'Cases of some days that may be the same' },
    input: Type.Object({ from: day, to: day }, { additionalProperties: false }),
    output: Type.Object({
      cases: Type.Integer({ description: 'cases with a place that were compared' }),
      pairs: Type.Integer(),
      groups: Type.Integer(),
      /** More cases came in than are compared: the first of the period were. */
      capped: Type.Boolean(),
      metres: Type.Number(),
      hours: Type.Number(),
      largest: Type.Array(Type.Object({ size: Type.Integer(), items: Type.Array(caseRowSchema) })),
    }),
    async run(ctx, { from, to }) {
      if (from > to) throw new HuyingError('measure.period', { from, to });
      const world = await worldOf(ctx, services);
      const metres = Number(world.parameter('base.similarMetres'));
      const hours = Number(world.parameter('base.similarHours'));
      const found = await placedCases(ctx.tx, ctx.tenant, {
        from: instantOf(world.calendar, from, '00:00'),
        to: instantOf(world.calendar, isoDateOf(dayNumberOf(to) + 1), '00:00'),
        limit: MOST_CASES + 1,
        within: reachSql(world.reach, 5),
      });
      const cases = found.slice(0, MOST_CASES);
      const pairs = duplicatePairs(cases, { metres, milliseconds: hours * HOUR_MS });
      const groups = duplicateGroups(pairs);
      const shown = groups
        .slice(0, MOST_GROUPS)
        .map((group) => ({ size: group.length, ids: group.slice(0, MOST_OF_GROUP).map((at) => cases[at]?.id ?? '') }));
      const rows = await caseRows(
        ctx,
        services,
        world,
        shown.flatMap(({ ids }) => ids),
      );
      return {
        cases: cases.length,
        pairs: pairs.length,
        groups: groups.length,
        capped: found.length > MOST_CASES,
        metres,
        hours,
        largest: shown.map(({ size, ids }) => ({
          size,
          items: ids.flatMap((id) => {
            const row = rows.get(id);
            return row === undefined ? [] : [row];
          }),
        })),
      };
    },
  });
}
