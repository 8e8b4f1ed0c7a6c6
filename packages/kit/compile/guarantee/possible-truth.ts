import { type Condition, evaluate, propertyNames } from '../../condition/index.ts';

/** What is known of a fact without a case at hand: its value, that there is one, or nothing. */
export type Known = { readonly is: boolean | number | string | null } | 'something' | 'anything';

/** Which of the three truths a condition may come to. */
export type Truths = ReadonlySet<boolean | null>;

const ANY: Truths = new Set([true, false, null]);
const EITHER: Truths = new Set([true, false]);
const UNKNOWN: Truths = new Set([null]);

/** Every truth that a condition may come to, given what is known of its facts. Its parts are taken as independent. */
export function possibleTruths(tree: Condition, known: (name: string) => Known): Truths {
  if (typeof tree === 'boolean') return new Set([tree]);
  switch (tree.op) {
    case 'and':
      return all(tree.args.map((part) => possibleTruths(part, known)));
    case 'or':
      return negated(all(tree.args.map((part) => negated(possibleTruths(part, known)))));
    case 'not':
      return negated(possibleTruths(tree.args[0], known));
    case 'isNull': {
      const fact = known(tree.args[0].property);
      return fact === 'anything' ? EITHER : new Set([fact !== 'something' && fact.is === null]);
    }
    default: {
      const names = factNames(tree);
      const facts = names.map(known);
      if (facts.includes('anything')) return ANY;
      const values = facts.map((fact) => (typeof fact === 'string' ? undefined : fact.is));
      if (values.includes(null)) return tree.op === 'between' ? ANY : UNKNOWN;
      if (values.includes(undefined)) return EITHER;
      return new Set([evaluate(tree, Object.fromEntries(names.map((name, at) => [name, values[at]])))]);
    }
  }
}

/** The facts that a condition names, in order. */
export const factNames = propertyNames;

function all(parts: readonly Truths[]): Truths {
  let truths: Truths = new Set([true]);
  for (const part of parts) {
    truths = new Set([...truths].flatMap((left) => [...part].map((right) => both(left, right))));
  }
  return truths;
}

function both(left: boolean | null, right: boolean | null): boolean | null {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}

function negated(truths: Truths): Truths {
  return new Set([...truths].map((truth) => (truth === null ? null : !truth)));
}
