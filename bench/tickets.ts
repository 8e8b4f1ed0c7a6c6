import { filingConditions } from '@huying/district/demo/matters';
import { casePlan, type PlannedCase } from '@huying/district/demo/story';

/** What people call about in the data set, under another seed: the same words and places, but no case of it. */
const SEED = 20_260_702;
const PLANS = 4_000;

/** One stage only: its handling is done in one step. */
const simple = new Set(filingConditions.filter(({ stages }) => stages.length === 1).map(({ code }) => code));

const plans = casePlan(SEED, Date.UTC(2026, 5, 29), PLANS).filter(
  ({ matter, condition, danger }) =>
    matter !== undefined && condition !== undefined && simple.has(condition) && !danger,
);

let turn = 0;

/** The next call; they come round again after a few thousand. */
export function nextCall(): PlannedCase {
  turn = (turn + 1) % plans.length;
  return plans[turn] as PlannedCase;
}

/** The call as the operator's form gives it. */
export function ticketOf(plan: PlannedCase): { type: string; fields: Record<string, unknown> } {
  return {
    type: 'ticket',
    fields: {
      title: plan.title,
      words: plan.text,
      demandKind: plan.demandKind,
      demandClass: plan.demand,
      channel: 'phone',
      place: {
        cell: plan.cell,
        point: { longitude: plan.point[0], latitude: plan.point[1] },
        address: plan.address,
        datum: 'WGS84',
      },
      caller: plan.caller.name === '' ? '来电人' : plan.caller.name,
      phone: plan.caller.phone === '' ? '13800138000' : plan.caller.phone,
    },
  };
}
