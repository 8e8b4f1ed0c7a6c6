import { HuyingError, type Words } from '@huying/kit/error';
import { rollUp } from '@huying/kit/promise';
import { Type } from 'typebox';
import { defineOperation } from '../../ledger/index.ts';
import { glanceSchema, type PromiseGlance } from './glance-view.ts';
import { listPromises } from './list.store.ts';
import { closed } from './promise-draft.ts';
import { promiseReachSql } from './promise-reach.ts';
import { promiseRows, showsLightsOf } from './promise-row.ts';
import type { PromiseServices } from './promise-services.ts';
import type { PromiseRow } from './promise-view.ts';
import { promiseWorldOf } from './promise-world.ts';
import { FOLLOWED } from './shown-light.ts';

/** More than any district promises in a year. */
const MOST = 20_000;

type Group = PromiseGlance['groups'][number];

/** The year at a glance: every promise within reach with its small trajectory, and how the groups stand. */
export function glanceOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.glance',
    summary: { zh: '全年目标任务总览', en: 'The year at a glance' },
    input: Type.Object({ year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })) }, closed),
    output: glanceSchema,
    async run(ctx, input) {
      const world = await promiseWorldOf(ctx, services);
      if (world.promises.reach === 'none') throw new HuyingError('access.denied');
      const year = input.year ?? Number(world.today.slice(0, 4));
      const records = await listPromises(
        ctx.tx,
        ctx.tenant,
        (first) => promiseReachSql(world.promises, first),
        { year },
        null,
        MOST,
      );
      const rows = promiseRows(services, world, records);
      const shown = (row: PromiseRow) => showsLightsOf(world, row.kind.id);
      const whole = together(rows);
      return {
        year,
        asOf: world.today,
        total: rows.length,
        rate: whole.rate,
        expected: expectedOf(rows),
        coverage: whole.coverage,
        lights: lightsOf(rows, shown),
        disagreeing: rows.filter(({ disagrees }) => disagrees).length,
        groups: groupsOf(rows, shown),
        promises: rows,
      };
    },
  });
}

/** Each capped before it counts; what was cancelled, never issued or is only followed counts for nothing. */
function together(rows: readonly PromiseRow[]): { readonly rate: number | null; readonly coverage: number | null } {
  const { p, coverage } = rollUp(rows.map((row) => ({ weight: row.weight, p: row.rate, live: isLive(row) })));
  return { rate: p, coverage };
}

function expectedOf(rows: readonly PromiseRow[]): number | null {
  return rollUp(
    rows.map((row) => ({ weight: row.weight, p: row.rate === null ? null : row.expected, live: isLive(row) })),
  ).p;
}

function isLive({ official, issuedOn, light }: PromiseRow): boolean {
  return official !== 'cancelled' && issuedOn !== null && light !== FOLLOWED;
}

type Shown = (row: PromiseRow) => boolean;

/** Those whose light the reader is shown; where none is, none is counted, and not as without data. */
function lightsOf(rows: readonly PromiseRow[], shown: Shown): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { light } of rows.filter(shown)) counts[light ?? 'none'] = (counts[light ?? 'none'] ?? 0) + 1;
  return counts;
}

const NOBODY: Words = { zh: '未定', en: 'Not named' };

function groupsOf(rows: readonly PromiseRow[], shown: Shown): Group[] {
  const grouped = groupedBy(shown);
  return [
    ...grouped(rows, 'kind', ({ kind }) => ({ id: kind.id, name: kind.label })),
    ...grouped(rows, 'section', ({ section }) => named(section)),
    ...grouped(rows, 'unit', ({ lead }) => ({ id: lead?.id ?? '', name: lead?.name ?? NOBODY })),
    ...grouped(rows, 'leader', ({ leader }) => ({
      id: leader?.post ?? '',
      name: leader === null ? NOBODY : { zh: leader.name, en: leader.name },
    })),
    ...grouped(rows, 'schedule', ({ schedule }) => ({ id: schedule, name: SCHEDULES[schedule] })),
    ...grouped(rows, 'official', ({ official, saying }) => ({ id: official, name: saying })),
  ];
}

function named(text: string | null): { readonly id: string; readonly name: Words } {
  return text === null ? { id: '', name: NOBODY } : { id: text, name: { zh: text, en: text } };
}

const groupedBy =
  (shown: Shown) =>
  (
    rows: readonly PromiseRow[],
    by: Group['by'],
    of: (row: PromiseRow) => { readonly id: string; readonly name: Words },
  ): Group[] =>
    [...Map.groupBy(rows, (row) => of(row).id)].flatMap(([id, own]) => {
      const [first] = own;
      return first === undefined
        ? []
        : [{ by, id, name: of(first).name, total: own.length, lights: lightsOf(own, shown), ...together(own) }];
    });

const SCHEDULES: Readonly<Record<PromiseRow['schedule'], Words>> = {
  early: { zh: '提前', en: 'Early' },
  'on-time': { zh: '按时', en: 'On time' },
  late: { zh: '逾期', en: 'Late' },
  'late-and-done': { zh: '逾期完成', en: 'Late and done' },
  'not-due': { zh: '未到期', en: 'Not due' },
};
