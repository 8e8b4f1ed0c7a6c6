import type { CaseRecord, Rung } from '@huying/kit/case';
import { decide } from '@huying/kit/case';
import { dueOf } from '@huying/kit/clock';
import { claimTimer, type Handler, type Timer } from '../clock/index.ts';
import type { Tx } from '../db/index.ts';
import { append, type Ctx } from '../ledger/index.ts';
import { type CaseServices, pinnedDefinition } from './case-services.ts';
import { keep, notice, type Typed } from './keep.ts';
import { recipientsOf } from './parties.ts';
import { lockCaseIfFree } from './store.ts';
import { rungsOf } from './tasks.ts';
import { type World, worldOf } from './world.ts';

/** What a rung of a case's clock does when its time comes; registered with the timekeeper under the kind `case`. */
export function caseTimerHandler(services: CaseServices): Handler {
  /** The case whose rungs a transaction fires, one after another: locked and read once. */
  const held = new WeakMap<Tx, CaseRecord>();
  return async (ctx, timer) => {
    const { tx, tenant, now } = ctx;
    const before = held.get(tx);
    // Somebody at work on the case has its lock; the timer is found again in a moment.
    const record =
      before?.id === timer.subject ? before : await tx.gather(lockCaseIfFree, { tenant, id: timer.subject });
    if (record === undefined || !(await tx.gather(claimTimer, { tenant, timer, now }))) return false;
    const definition = await pinnedDefinition(ctx.tx, record.definition);
    const rung = rungsOf(definition.type, timer.clock).find(({ name }) => name === timer.rung);
    if (rung === undefined) return false;
    const world = await worldOf(ctx, services);
    if (rung.do === 'act') {
      const decision = decide(definition.type, record, rung.action, {}, world.context);
      held.set(tx, await keep(ctx, services, world, definition, record, decision));
      return true;
    }
    held.set(tx, record);
    tell(ctx, services, world, definition, record, timer, rung);
    return true;
  };
}

function tell(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  { type, words }: Typed,
  record: CaseRecord,
  timer: Timer,
  rung: Extract<Rung, { readonly to: unknown }>,
): void {
  const recipients = recipientsOf(rung.to, record, world, services);
  if (recipients.length === 0) {
    services.log.warn({ case: record.number, clock: timer.clock, rung: rung.name }, 'A rung reached nobody.');
  }
  const label = words[`${type.id}/${timer.clock.startsWith('part:') ? 'partClock' : `clocks/${timer.clock}`}`];
  const state = record.clocks[timer.clock];
  const due = state === undefined ? undefined : dueOf(state, world.calendar)?.at;
  append(ctx, {
    subject: record.id,
    kind: 'case',
    what: 'rung',
    visibility: 'internal',
    body: { clock: timer.clock, rung: rung.name, does: rung.do, due: timer.at, told: recipients },
  });
  notice(ctx, record, type, recipients, {
    what: rung.name,
    does: rung.do,
    label: label ?? { zh: timer.clock, en: timer.clock },
    key: `${timer.clock}:${timer.round}:${rung.name}`,
    ...(due === undefined ? {} : { due }),
  });
  ctx.afterCommit(() => {
    const { id, type: of, version, area, involved } = record;
    services.changes.emit({ tenant: ctx.tenant, id, type: of, version, area, involved });
  });
}
