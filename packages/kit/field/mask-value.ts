import { type Field, isPersonal, type Masking, type ValueOf } from './field.ts';

const HIDDEN = '***';

/** A value as those see it who may not read it whole: the value itself where the field is not masked, a text with stars where it is, null where there is none. */
export function maskValue<F extends Field>(field: F, value: ValueOf<F> | null | undefined): ValueOf<F> | string | null {
  if (value === null || value === undefined) return null;
  if (field.masking === 'none') return isPersonal(field) ? HIDDEN : value;
  return typeof value === 'string' ? masked(field.masking, value) : HIDDEN;
}

function masked(masking: Exclude<Masking, 'none'>, value: string): string {
  const characters = [...value];
  switch (masking) {
    case 'name':
      // 张三 → 张*, 司马相如 → 司***; how many characters follow is not told beyond three.
      return characters.length < 2 ? '*' : `${characters[0]}${'*'.repeat(Math.min(characters.length - 1, 3))}`;
    case 'phone':
      // 13800138000 → 138****8000
      return characters.length < 10 ? HIDDEN : `${value.slice(0, 3)}****${value.slice(-4)}`;
    case 'citizenNumber':
      // The day of birth stays hidden.
      return characters.length === 18 ? `${value.slice(0, 3)}${'*'.repeat(11)}${value.slice(-4)}` : HIDDEN;
    case 'all':
      return HIDDEN;
  }
}
