import { HuyingError } from '@huying/kit/error';
import type { Day } from '@huying/kit/promise';
import type { Ctx } from '../../ledger/index.ts';
import type { DutyDraft } from './promise-draft.ts';
import type { DutyRecord, TaskRecord } from './promise-record.ts';
import type { PromiseWorld } from './promise-world.ts';

/** Duties as rows; one that does not say since when holds from the first day of the promise's year. */
export function dutyRows(
  ctx: Ctx,
  world: Pick<PromiseWorld, 'today'>,
  promise: string,
  drafts: readonly DutyDraft[],
  year: number,
  reason: string | null = null,
): DutyRecord[] {
  return drafts.map((draft) => ({
    id: ctx.id(),
    promise,
    part: draft.part,
    unit: draft.part === 'leader' ? null : draft.unit,
    post: draft.part === 'leader' ? draft.post : null,
    since: draft.since ?? (world.today < `${year}-01-01` ? world.today : `${year}-01-01`),
    until: null,
    reason: draft.reason ?? reason,
    setBy: ctx.actor.name,
    setAt: ctx.now,
  }));
}

/**
 * One unit leads at most, one leader is in charge at most, nobody is named twice, and all of them are there.
 * @throws promise.duty; org.unitUnknown; org.postUnknown
 */
export function requireDutyHolders({ org }: Pick<PromiseWorld, 'org'>, duties: readonly DutyRecord[]): void {
  const seen = new Set<string>();
  for (const { part, unit, post } of duties) {
    const holder = unit ?? post ?? '';
    const one = part === 'lead' || part === 'leader' ? part : holder;
    if (seen.has(one)) throw new HuyingError('promise.duty');
    seen.add(one);
    if (part === 'lead') {
      if (seen.has(holder)) throw new HuyingError('promise.duty');
      seen.add(holder);
    }
    if (unit !== null && org.unit(unit) === undefined) throw new HuyingError('org.unitUnknown');
    if (post !== null && org.post(post) === undefined) throw new HuyingError('org.postUnknown');
  }
}

/** Duties in force on a day. */
export function dutiesOn(duties: readonly DutyRecord[], day: Day): readonly DutyRecord[] {
  return duties.filter(({ since, until }) => since <= day && (until === null || day < until));
}

/** Who leads, who is in charge, and every unit that has to do with it: now, and in duties that are yet to begin. */
export function involvedIn(
  duties: readonly DutyRecord[],
  tasks: readonly Pick<TaskRecord, 'unit' | 'state'>[],
  today: Day,
): { readonly leadUnit: string | null; readonly leader: string | null; readonly involved: readonly string[] } {
  const lasting = duties.filter(({ until }) => until === null || today < until);
  const now = dutiesOn(lasting, today);
  // Before a duty begins, whoever is to take it stands where nobody does yet.
  const holderOf = (part: DutyRecord['part']) =>
    now.findLast((duty) => duty.part === part) ?? lasting.find((duty) => duty.part === part);
  const units = [
    ...lasting.map(({ unit }) => unit),
    ...tasks.filter(({ state }) => state !== 'cancelled').map(({ unit }) => unit),
  ];
  return {
    leadUnit: holderOf('lead')?.unit ?? null,
    leader: holderOf('leader')?.post ?? null,
    involved: [...new Set(units.flatMap((unit) => (unit === null ? [] : [unit])))],
  };
}
