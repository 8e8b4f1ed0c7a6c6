import type { Day } from '@huying/kit/promise';
import type { PromiseWorld } from '../core/promise-world.ts';
import type { ProjectFacts } from './project-facts.ts';
import type { VisitDueView } from './project-schema.ts';
import { type VisitRhythm, visitDueOf } from './visit-due.ts';

/** Projects somebody goes to see: from their early work to their completion. */
const GONE_TO: readonly string[] = ['early', 'dueToStart', 'started', 'building'];

/**
 * Which visits are due now: of each leader in charge to each project of theirs, of each main leader to any; what is not done first, those
 * who missed most at the top.
 */
export function visitsDue(world: PromiseWorld, live: readonly ProjectFacts[], asOf: Day): VisitDueView[] {
  const open = live.filter(
    ({ promise }) => promise.endedAt === null && promise.issuedOn !== null && GONE_TO.includes(promise.state),
  );
  const inCharge = rhythm(world, 'projects.inChargeVisits', 'week');
  const own = open.flatMap(({ bundle, promise, visits }) =>
    bundle.duties
      .filter(({ part, since, until }) => part === 'leader' && since <= asOf && (until === null || asOf < until))
      .map(({ post, since }): VisitDueView => {
        const leader = post ?? '';
        const days = visits.filter((one) => one.leader === leader).map(({ visitedOn }) => visitedOn);
        const from = [since, promise.issuedOn ?? since].reduce((a, b) => (a > b ? a : b));
        const {
          every,
          from: start,
          until,
          last,
          done,
          missed,
        } = visitDueOf({ promise: promise.id, leader, since: from, every: inCharge }, days, asOf);
        return {
          leader: { post: leader, name: world.org.holderName(leader) ?? '' },
          main: false,
          promise: { id: promise.id, number: promise.number, title: promise.title },
          every,
          from: start,
          until,
          last,
          done,
          missed,
        };
      }),
  );
  const monthly = rhythm(world, 'projects.mainVisits', 'month');
  const since = open.map(({ promise }) => promise.issuedOn ?? asOf).sort()[0];
  const main =
    since === undefined
      ? []
      : mainLeaders(world).map((leader): VisitDueView => {
          const days = live.flatMap(({ visits }) =>
            visits.filter((one) => one.leader === leader).map(({ visitedOn }) => visitedOn),
          );
          const { every, from, until, last, done, missed } = visitDueOf(
            { promise: '', leader, since, every: monthly },
            days,
            asOf,
          );
          return {
            leader: { post: leader, name: world.org.holderName(leader) ?? '' },
            main: true,
            promise: null,
            every,
            from,
            until,
            last,
            done,
            missed,
          };
        });
  return [...main, ...own].sort(
    (a, b) =>
      Number(a.done) - Number(b.done) ||
      Number(b.main) - Number(a.main) ||
      b.missed - a.missed ||
      (a.last ?? '').localeCompare(b.last ?? ''),
  );
}

/** The posts of the district's main leaders, as set. */
function mainLeaders(world: PromiseWorld): readonly string[] {
  const set = world.setting<unknown>('projects.mainLeaders', []);
  return Array.isArray(set) ? set.filter((one) => typeof one === 'string' && world.org.post(one) !== undefined) : [];
}

function rhythm(world: PromiseWorld, parameter: string, otherwise: VisitRhythm): VisitRhythm {
  const set = world.setting<unknown>(parameter, otherwise);
  return set === 'week' || set === 'month' || set === 'quarter' ? set : otherwise;
}
