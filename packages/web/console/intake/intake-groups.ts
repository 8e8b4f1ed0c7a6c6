import type { Question } from '../form/question.ts';

export type IntakeGroup = 'who' | 'what' | 'where' | 'more';

const PERSONAL = ['phone', 'personName', 'citizenNumber'];
const MORE = ['channel', 'cityNumber', 'cityDue', 'complainedUnit'];

/** The questions of intake in the order of a call: who is calling (the number first), what is asked, where, and the rest. */
export function intakeGroups(questions: readonly Question[]): readonly (readonly [IntakeGroup, readonly Question[]])[] {
  const groupOf = ({ name, field }: Question): IntakeGroup => {
    if (PERSONAL.includes(field.kind) || name === 'confidential') return 'who';
    if (['place', 'photos', 'files'].includes(field.kind)) return 'where';
    return MORE.includes(name) ? 'more' : 'what';
  };
  const rank = ({ field }: Question) => (field.kind === 'phone' ? 0 : 1);
  return (['who', 'what', 'where', 'more'] as const)
    .map((group): readonly [IntakeGroup, readonly Question[]] => [
      group,
      questions.filter((question) => groupOf(question) === group).toSorted((a, b) => rank(a) - rank(b)),
    ])
    .filter(([, own]) => own.length > 0);
}
