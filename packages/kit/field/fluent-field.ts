import { type Field, type Grade, isPersonal, type Masking } from './field.ts';

/** Kinds whose value is one line of words, where more than hiding all of it makes sense. */
type Masked<F extends Field> = F['kind'] extends 'text' | 'personName' | 'phone' | 'citizenNumber'
  ? Exclude<Masking, 'none'>
  : 'all';

/** The steps that refine a field. Each answers a new field; none changes the one it is called on. */
export interface Steps<F extends Field> {
  /** The value must be given. */
  required(): Fluent<F & { readonly presence: 'required' }>;
  /** Sets the grade. A personal field becomes masked, one that is not personal is no longer masked. */
  grade(grade: Grade): Fluent<F>;
  /** Says how the value is masked. A masked field is personal at least. */
  mask(masking: Masked<F>): Fluent<F>;
  /** One sentence under the question. */
  hint(sentence: string): Fluent<F>;
}

/** A field with the steps that refine it. The steps stand on its prototype: spread, `JSON.stringify` and `structuredClone` see plain data. */
export type Fluent<F extends Field> = F & Steps<F>;

const steps: Steps<Field> & ThisType<Field> = {
  required() {
    return fluent({ ...this, presence: 'required' as const });
  },
  grade(grade) {
    const graded: Field = { ...this, grading: grade };
    return fluent({ ...graded, masking: isPersonal(graded) ? ownMasking(graded) : 'none' });
  },
  mask(masking) {
    return fluent({ ...this, masking, grading: isPersonal(this) ? this.grading : 'personal' });
  },
  hint(sentence) {
    return fluent({ ...this, help: sentence });
  },
};

/** Gives plain field data its steps. */
export function fluent<F extends Field>(field: F): Fluent<F> {
  return Object.freeze(Object.assign(Object.create(steps) as Steps<F>, field));
}

/** How a personal field is masked: as it says, or else as its kind is. */
function ownMasking(field: Field): Masking {
  if (field.masking !== 'none') return field.masking;
  switch (field.kind) {
    case 'personName':
      return 'name';
    case 'phone':
      return 'phone';
    case 'citizenNumber':
      return 'citizenNumber';
    default:
      return 'all';
  }
}
