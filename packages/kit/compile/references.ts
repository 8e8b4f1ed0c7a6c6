import type { Role } from '../access/index.ts';
import { roleOf } from '../access/index.ts';
import type { ParameterDeclaration } from '../app/index.ts';
import type { CaseType, LimitSource } from '../case/index.ts';
import type { Shortcoming } from './shortcoming.ts';

interface Known {
  readonly roles: Readonly<Record<string, Role>>;
  readonly parameters: readonly ParameterDeclaration[];
}

/** Names that types cannot check because they stand in other apps: roles, parameters, fields named by limits. */
export function danglingNames(type: CaseType, known: Known): readonly Shortcoming[] {
  const found: Shortcoming[] = [];
  const missing = (place: string, kind: string, name: string) =>
    found.push({
      path: `${type.id}/${place}`,
      rule: 'unknown-name',
      what: `There is no ${kind} “${name}”.`,
      remedy: `Declare it, or name an existing ${kind}.`,
    });
  const parameter = (place: string, name: string) => {
    if (!known.parameters.some((declared) => declared.name === name)) missing(place, 'parameter', name);
  };
  const field = (place: string, name: string) => {
    if (type.fields[name] === undefined && name !== 'heldUntil') missing(place, 'field', name);
  };
  const limit = (place: string, source: LimitSource): void => {
    switch (source.from) {
      case 'parameter':
        return parameter(place, source.name);
      case 'given':
        return field(place, source.field);
      case 'table':
        field(place, source.by);
        return parameter(place, source.name);
      case 'filingCondition':
        field(place, source.field);
        return limit(place, source.otherwise);
      default:
        return source satisfies never;
    }
  };
  for (const [name, clock] of Object.entries(type.clocks)) {
    limit(`clocks/${name}/limit`, clock.limit);
    if (clock.inside !== undefined) {
      field(`clocks/${name}/inside`, clock.inside.field);
      parameter(`clocks/${name}/inside`, clock.inside.margin);
    }
  }
  if (type.partClock !== undefined) limit('partClock/limit', type.partClock.limit);
  for (const [name, action] of Object.entries(type.actions)) {
    if (action.atMost !== undefined) parameter(`actions/${name}/atMost`, action.atMost);
    for (const party of [...action.by, ...(action.tells ?? [])]) {
      const role = roleOf(party);
      if (role !== null && known.roles[role] === undefined) missing(`actions/${name}/by`, 'role', role);
    }
    for (const shown of action.publicAsks ?? []) {
      if (action.ask?.[shown] === undefined) missing(`actions/${name}/publicAsks`, 'asked field', shown);
    }
  }
  const promised = Object.entries(type.clocks).filter(([, clock]) => clock.promised === true);
  if (promised.length !== 1) {
    found.push({
      path: `${type.id}/clocks`,
      rule: 'promise',
      what: `${promised.length} clocks are promised to the citizen; there must be one.`,
      remedy: 'Mark exactly one clock with promised: true.',
    });
  }
  return found;
}
