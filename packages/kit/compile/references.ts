import type { Party, Role } from '../access/index.ts';
import { roleOf } from '../access/index.ts';
import type { ParameterDeclaration } from '../app/index.ts';
import type { AnyAction, CaseType, ClockSpec, LimitSource } from '../case/index.ts';
import { checkLimitText } from '../clock/index.ts';
import type { Condition } from '../condition/index.ts';
import { factNames } from './guarantee/possible-truth.ts';
import type { Note, Shortcoming } from './shortcoming.ts';

interface Known {
  readonly roles: Readonly<Record<string, Role>>;
  readonly parameters: readonly ParameterDeclaration[];
}

/** Names that types cannot check because they stand in other apps or in forms: roles, parameters, facts, fields of limits. */
export function danglingNames(type: CaseType, known: Known): readonly Shortcoming[] {
  const found: Shortcoming[] = [];
  const note: Note = (place, rule, what, remedy) => found.push({ path: `${type.id}/${place}`, rule, what, remedy });
  const missing = (place: string, kind: string, name: string): void =>
    note(place, 'unknown-name', `There is no ${kind} “${name}”.`, `Declare it, or name an existing ${kind}.`);
  const parties = (place: string, named: readonly Party[]) => {
    for (const role of new Set(named.map(roleOf))) {
      if (role === null || known.roles[role] !== undefined) continue;
      note(place, 'unknown-role', `There is no role “${role}”.`, 'Declare it, or name another.');
    }
  };
  const parameter = (place: string, name: string, kind?: ParameterDeclaration['kind']) => {
    const declared = known.parameters.find((one) => one.name === name);
    if (declared === undefined) missing(place, 'parameter', name);
    else if (kind !== undefined && !isUsable(declared, kind)) {
      const remedy = `Declare it with kind '${kind}'${kind === 'limits' ? " and a line '*' for the rest" : ''}, its default readable.`;
      note(place, 'wrong-parameter', `The parameter “${name}” is not what is needed here.`, remedy);
    }
  };
  const field = (place: string, name: string) => {
    if (type.fields[name] === undefined && name !== 'heldUntil') missing(place, 'field', name);
  };
  const limit = (place: string, source: LimitSource): void => {
    if (source.from === 'parameter') parameter(place, source.name, 'limit');
    if (source.from === 'table') parameter(place, source.name, 'limits');
    if (source.from === 'table') field(place, source.by);
    if (source.from === 'given' || source.from === 'filingCondition') field(place, source.field);
    if (source.from !== 'parameter' && source.otherwise !== undefined) limit(place, source.otherwise);
  };
  const facts = (place: string, condition: Condition | undefined, action?: AnyAction) => {
    for (const name of new Set(factNames(condition))) {
      if (name.startsWith('parameter.')) parameter(place, name.slice('parameter.'.length));
      else if (!isFact(type, name, action)) {
        const what = `There is no fact “${name}”: the condition would never hold.`;
        note(place, 'unknown-fact', what, 'Correct the name, or declare what it names.');
      }
    }
  };

  parties('openedBy', type.openedBy);
  parties('seenBy', type.seenBy ?? []);
  for (const [name, request] of Object.entries(type.requests)) parties(`requests/${name}`, [request.owner]);
  const clocks: [string, Pick<ClockSpec, 'limit' | 'inside' | 'unless'>][] = Object.entries(type.clocks).map(
    ([name, clock]) => [`clocks/${name}`, clock],
  );
  if (type.partClock !== undefined) clocks.push(['partClock', type.partClock]);
  for (const [place, clock] of clocks) {
    limit(`${place}/limit`, clock.limit);
    facts(`${place}/unless`, clock.unless);
    if (clock.inside !== undefined) {
      field(`${place}/inside`, clock.inside.field);
      parameter(`${place}/inside`, clock.inside.margin, 'limit');
    }
    const rungs = 'rungs' in clock ? (clock.rungs as NonNullable<CaseType['partClock']>['rungs']) : [];
    for (const rung of rungs) {
      if (rung.do !== 'act') parties(`${place}/rungs/${rung.name}`, rung.to);
      if (rung.plus !== undefined && !isLimit(rung.plus)) {
        const what = `“${rung.plus}” is no limit.`;
        note(`${place}/rungs/${rung.name}`, 'wrong-parameter', what, 'Write an amount and a unit.');
      }
    }
  }
  for (const [name, action] of Object.entries(type.actions)) {
    const place = `actions/${name}`;
    if (action.atMost !== undefined) parameter(`${place}/atMost`, action.atMost, 'number');
    if (action.numbers !== undefined) {
      const { field: given, by, series, pattern } = action.numbers;
      field(`${place}/numbers`, given);
      field(`${place}/numbers`, by);
      parameter(`${place}/numbers`, series, 'json');
      parameter(`${place}/numbers`, pattern, 'json');
      if (type.fields[given] !== undefined && type.fields[given].kind !== 'text') {
        note(`${place}/numbers`, 'unknown-name', `“${given}” holds no text, and so no number.`, 'Name a text field.');
      }
      if (action.ask?.[given] !== undefined || type.intake.includes(given)) {
        const what = `The number in “${given}” is given and typed as well.`;
        note(`${place}/numbers`, 'unknown-name', what, 'Let the form not ask for it.');
      }
    }
    parties(`${place}/by`, action.by);
    parties(`${place}/tells`, action.tells ?? []);
    for (const guard of action.guards ?? []) facts(`${place}/guards/${guard.name}`, guard.barredWhen, action);
    for (const effect of action.effects ?? []) facts(`${place}/effects/${effect.do}`, effect.when, action);
    for (const branch of Array.isArray(action.to) ? action.to : []) facts(`${place}/to`, branch.when, action);
    for (const shown of action.publicAsks ?? []) {
      if (action.ask?.[shown] === undefined) missing(`${place}/publicAsks`, 'asked field', shown);
    }
  }
  for (const conceal of type.conceals ?? []) {
    for (const name of conceal.fields) field('conceals', name);
    facts('conceals', conceal.when);
  }
  const promised = Object.values(type.clocks).filter((clock) => clock.promised === true);
  if (promised.length !== 1) {
    const what = `${promised.length} clocks are promised to the citizen; there must be one.`;
    note('clocks', 'promise', what, 'Mark exactly one clock with promised: true.');
  }
  return found;
}

function isUsable(declared: ParameterDeclaration, kind: ParameterDeclaration['kind']): boolean {
  if (declared.kind !== kind) return false;
  if (declared.kind === 'limit') return isLimit(declared.default);
  if (declared.kind === 'limits') return '*' in declared.default && Object.values(declared.default).every(isLimit);
  return true;
}

function isLimit(text: string): boolean {
  try {
    checkLimitText(text);
    return true;
  } catch {
    return false;
  }
}

const PLAIN = new Set(['state', 'result', 'round', 'stage', 'unit', 'handler', 'acting.role']);

/** True for the facts that `factsOf` answers; `asked` and `days` only within the action that asks. */
function isFact(type: CaseType, name: string, action: AnyAction | undefined): boolean {
  if (PLAIN.has(name) || ['parts.open', 'parts.asked', 'stages.left'].includes(name)) return true;
  const [head, ...rest] = name.split('.');
  const field = rest.join('.');
  switch (head) {
    case 'data':
      return type.fields[field] !== undefined;
    case 'asked':
      return action?.ask?.[field] !== undefined;
    case 'days':
      return action?.ask?.[field]?.kind === 'date';
    case 'count':
      return type.actions[field] !== undefined;
    case 'pending':
      return type.requests[field] !== undefined;
    case 'clock':
      return field.endsWith('.late') && type.clocks[field.slice(0, -'.late'.length)] !== undefined;
    default:
      return false;
  }
}
