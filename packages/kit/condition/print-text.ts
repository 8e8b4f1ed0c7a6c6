import type { CaseInsensitive, Condition, Literal, Operand } from './condition.ts';
import { KEYWORDS } from './name.ts';
import { readCondition } from './read-condition.ts';

/** A condition in CQL2 text; `parseText` reads it back as the same tree. Throws what `readCondition` throws. */
export function printText(tree: Condition): string {
  return print(readCondition(tree));
}

function print(tree: Condition): string {
  if (typeof tree === 'boolean') return tree ? 'TRUE' : 'FALSE';
  switch (tree.op) {
    case 'and':
    case 'or':
      return tree.args.map(printPart).join(tree.op === 'and' ? ' AND ' : ' OR ');
    case 'not':
      return printNegated(tree.args[0]);
    case 't_after':
    case 't_before':
      return `${tree.op.toUpperCase()}(${tree.args.map(printOperand).join(', ')})`;
    case 'like':
    case 'between':
    case 'in':
    case 'isNull':
      return printPredicate(tree, '');
    case 'a_contains':
    case 'a_overlaps':
      return `${tree.op.toUpperCase()}(${printOperand(tree.args[0])}, ${printList(tree.args[1])})`;
    case 's_intersects':
      return `S_INTERSECTS(${printOperand(tree.args[0])}, BBOX(${tree.args[1].bbox.join(', ')}))`;
    default:
      return `${printOperand(tree.args[0])} ${tree.op} ${printOperand(tree.args[1])}`;
  }
}

type Predicate = Extract<Condition, { readonly op: 'like' | 'between' | 'in' | 'isNull' }>;

function printPredicate(tree: Predicate, negation: '' | 'NOT '): string {
  const subject = printOperand(tree.args[0]);
  switch (tree.op) {
    case 'like':
      return `${subject} ${negation}LIKE ${printOperand(tree.args[1])}`;
    case 'between':
      return `${subject} ${negation}BETWEEN ${printOperand(tree.args[1])} AND ${printOperand(tree.args[2])}`;
    case 'in':
      return `${subject} ${negation}IN ${printList(tree.args[1])}`;
    case 'isNull':
      return `${subject} IS ${negation}NULL`;
  }
}

function printNegated(tree: Condition): string {
  if (
    typeof tree !== 'boolean' &&
    (tree.op === 'like' || tree.op === 'between' || tree.op === 'in' || tree.op === 'isNull')
  ) {
    return printPredicate(tree, 'NOT ');
  }
  return typeof tree !== 'boolean' && tree.op === 'not' ? `NOT (${print(tree)})` : `NOT ${printPart(tree)}`;
}

function printPart(tree: Condition): string {
  return typeof tree !== 'boolean' && (tree.op === 'and' || tree.op === 'or') ? `(${print(tree)})` : print(tree);
}

function printList(values: readonly Literal[]): string {
  return `(${values.map(printOperand).join(', ')})`;
}

function printOperand(operand: Operand | CaseInsensitive<never>): string {
  if (typeof operand === 'string') return quoted(operand);
  if (typeof operand === 'number') return String(operand);
  if (typeof operand === 'boolean') return operand ? 'TRUE' : 'FALSE';
  if ('timestamp' in operand) return `TIMESTAMP(${quoted(operand.timestamp)})`;
  if ('date' in operand) return `DATE(${quoted(operand.date)})`;
  if ('property' in operand)
    return KEYWORDS.has(operand.property.toLowerCase()) ? `"${operand.property}"` : operand.property;
  return `CASEI(${printOperand(operand.args[0])})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
