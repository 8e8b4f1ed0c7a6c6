import { type Chance, chance } from '../chance.ts';
import { personName } from '../org/index.ts';

export interface Caller {
  readonly name: string;
  /** From number ranges that read as made up: 139 0000 xxxx, 138 0000 xxxx. */
  readonly phone: string;
  /** Gave no name or number: both are empty. */
  readonly anonymous: boolean;
  /** Known to the centre, to be hidden from every unit. */
  readonly confidential: boolean;
}

const NUMBERS = 20_000;
/** A few people call very often. */
const REGULARS = 140;

const person = (index: number): { readonly name: string; readonly phone: string } => ({
  name: personName(chance(`caller-${index}`)).zh,
  phone: `${index < 10_000 ? '1390000' : '1380000'}${String(index % 10_000).padStart(4, '0')}`,
});

const known = new Map<number, ReturnType<typeof person>>();

export function caller(source: Chance, secrecy: number): Caller {
  const index = source.happens(0.09) ? source.below(REGULARS) * 97 : source.below(NUMBERS);
  if (source.happens(0.05)) return { name: '', phone: '', anonymous: true, confidential: false };
  const who = known.get(index) ?? person(index);
  known.set(index, who);
  return { ...who, anonymous: false, confidential: source.happens(secrecy) };
}
