import type { Definition, FieldView } from '../../client/index.ts';

export type GroupName = 'demand' | 'caller' | 'source' | 'handling';

export interface FieldGroup {
  readonly name: GroupName;
  readonly fields: readonly FieldView[];
}

const PERSONAL = ['personName', 'phone', 'citizenNumber'];
const SOURCE = ['channel', 'cityNumber', 'cityDue'];
/** Shown elsewhere on the page: in its head, its place panel, its photos. */
const ELSEWHERE = ['title', 'place', 'unit'];

/**
 * The fields of a case as the page groups them: what is asked, by whom, where it came from, and what was done since.
 * What came in at intake is the demand; what steps added is the handling.
 */
export function fieldGroups(fields: readonly FieldView[], definition: Definition | undefined): readonly FieldGroup[] {
  const intake = new Set(definition?.type.intake ?? fields.map(({ name }) => name));
  const groupOf = (field: FieldView): GroupName => {
    if (PERSONAL.includes(field.kind) || field.name === 'confidential') return 'caller';
    if (SOURCE.includes(field.name)) return 'source';
    return intake.has(field.name) ? 'demand' : 'handling';
  };
  const shown = fields.filter(
    ({ name, kind }) => !ELSEWHERE.includes(name) && !['photos', 'files', 'place'].includes(kind),
  );
  const order = [...intake];
  const byIntake = (a: FieldView, b: FieldView) => order.indexOf(a.name) - order.indexOf(b.name);
  return (['demand', 'caller', 'handling', 'source'] as const)
    .map((name) => ({ name, fields: shown.filter((field) => groupOf(field) === name).toSorted(byIntake) }))
    .filter((group) => group.fields.length > 0);
}
