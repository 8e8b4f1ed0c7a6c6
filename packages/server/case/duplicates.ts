import { dayNumberOf, HOUR_MS, instantOf, isoDateOf } from '@huying/kit/calendar';
import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { reachSql } from '../access/index.ts';
import { cursorParts, cursorText, defineOperation } from '../ledger/index.ts';
import type { CaseServices } from './case-services.ts';
import { type DuplicateGroup, duplicateGroups, duplicatePairs, type Placed } from './duplicate-pairs.ts';
import { placedCases } from './duplicates.store.ts';
import { caseRows } from './named-rows.ts';
import { caseRowSchema } from './view-schema.ts';
import { worldOf } from './world.ts';

/** Cases looked at: a year of a district's. */
const MOST_CASES = 200_000;
/** Groups of a page, and cases of each. */
const MOST_GROUPS = 50;
const MOST_OF_GROUP = 20;

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'a day of the district' });

/**
 * What may have come in more than once within some days: cases of the same matter near one another and soon after one another, as
 * `case.similar` has it, in groups that hang together, the largest first, page by page, as far as the reader may see them. Nothing is
 * merged; a person decides. Throws measure.period, case.cursor.
 */
export function duplicatesOperation(services: CaseServices) {
  return defineOperation({
    name: 'case.duplicates',
    summary: { zh: '一段时间内疑似重复的工单', en: 'Cases of some days that may be the same' },
    input: Type.Object(
      {
        from: day,
        to: day,
        cursor: Type.Optional(Type.String({ maxLength: 200 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_GROUPS })),
      },
      { additionalProperties: false },
    ),
    output: Type.Object({
      cases: Type.Integer({ description: 'cases with a place that were compared' }),
      pairs: Type.Integer({ description: 'two cases each, over all groups' }),
      groups: Type.Integer({ description: 'all there are' }),
      /** More cases came in than are compared: the first of the period were. */
      capped: Type.Boolean(),
      metres: Type.Number(),
      hours: Type.Number(),
      largest: Type.Array(
        Type.Object({ size: Type.Integer(), pairs: Type.Integer(), items: Type.Array(caseRowSchema) }),
      ),
      next: Type.Union([Type.String(), Type.Null()]),
    }),
    async run(ctx, { from, to, cursor, limit = MOST_GROUPS }) {
      const after = cursor === undefined ? null : placeOf(cursor);
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
      const left = after === null ? groups : groups.filter((group) => comesAfter(placeIn(cases, group), after));
      const shown = left.slice(0, limit).map((group) => ({
        place: placeIn(cases, group),
        pairs: group.pairs,
        ids: group.members.slice(0, MOST_OF_GROUP).map((at) => cases[at]?.id ?? ''),
      }));
      const last = shown.at(-1)?.place;
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
        next: last === undefined || left.length <= shown.length ? null : cursorText(last),
        largest: shown.map(({ place: [size], pairs, ids }) => ({
          size,
          pairs,
          items: ids.flatMap((id) => {
            const row = rows.get(id);
            return row === undefined ? [] : [row];
          }),
        })),
      };
    },
  });
}

/** Where a group stands in the order of all, by itself: groups that come or grow while pages are turned move no other. */
type Place = readonly [size: number, at: number, first: string];

function placeIn(cases: readonly Placed[], { members }: DuplicateGroup): Place {
  const first = cases[members[0] ?? 0];
  return [members.length, first?.at ?? 0, first?.id ?? ''];
}

function comesAfter([size, at, first]: Place, [lastSize, lastAt, lastFirst]: Place): boolean {
  if (size !== lastSize) return size < lastSize;
  return at !== lastAt ? at > lastAt : first > lastFirst;
}

function placeOf(text: string): Place {
  const [size, at, first] = cursorParts(text);
  if (typeof size === 'number' && typeof at === 'number' && typeof first === 'string') return [size, at, first];
  throw new HuyingError('case.cursor');
}
