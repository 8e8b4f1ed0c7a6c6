import { HuyingError } from '../error/index.ts';
import { checkValues, type Fields } from '../field/index.ts';
import type { CaseContext, CaseRecord, Decision, Values } from './case-record.ts';
import type { CaseType } from './case-type.ts';
import { moveClocks } from './clock-moves.ts';
import { areaOf } from './decide.ts';

/** The fields a new case of the type is opened with. */
export function intakeFields(type: CaseType): Fields {
  return Object.fromEntries(type.intake.flatMap((name) => (type.fields[name] ? [[name, type.fields[name]]] : [])));
}

/**
 * Opens a case: its first version and the first row of its ledger. `given` are its intake fields. Throws `case.asked`
 * with every place where they are wrong.
 */
export function openCase(
  type: CaseType,
  head: { readonly number: string; readonly definition: string },
  given: Values,
  context: CaseContext,
): Decision {
  const problems = checkValues(intakeFields(type), given);
  if (problems.length > 0) throw new HuyingError('case.asked', { action: type.name, count: problems.length }, problems);
  const bare: CaseRecord = {
    id: context.id(),
    number: head.number,
    type: type.id,
    definition: head.definition,
    version: 1,
    state: type.opens,
    result: null,
    round: 1,
    unit: null,
    handler: null,
    area: null,
    openedAt: context.now,
    closedAt: null,
    heldUntil: null,
    stage: 0,
    data: given,
    counts: {},
    requests: {},
    parts: [],
    clocks: {},
    involved: [],
  };
  const record = { ...bare, area: areaOf(type, bare) };
  const clocks = moveClocks(type, null, record, { extensions: [], restarts: [], met: [] }, context);
  return {
    record: { ...record, clocks: clocks.states },
    step: {
      action: 'open',
      from: null,
      to: record.state,
      asked: given,
      clocks: clocks.events,
      unit: null,
      handler: null,
      round: 1,
      result: null,
    },
  };
}
