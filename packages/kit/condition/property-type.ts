import type { Words } from '../error/index.ts';
import type { Operand } from './condition.ts';
import { typeFault } from './fault.ts';

export type ComparableType = 'text' | 'number' | 'boolean' | 'instant' | 'date' | 'uuid';

/** What a property holds: one comparable value, a list of texts, or a point. */
export type PropertyType = ComparableType | 'text[]' | 'point';

export const TYPE_WORDS: Readonly<Record<PropertyType | 'null', Words>> = {
  text: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: '是否', en: 'a boolean' },
  instant: { zh: '时刻', en: 'a moment' },
  date: { zh: '日期', en: 'a date' },
  uuid: { zh: '编号', en: 'an id' },
  'text[]': { zh: '列表', en: 'a list' },
  point: { zh: '坐标', en: 'a point' },
  null: { zh: '空值', en: 'nothing' },
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The one type in which operands are compared. A text is an id where it stands beside a property that holds ids and is written like
 * one. Throws `condition.type` where there is none, or the operator has no meaning for it.
 */
export function comparedType(
  operator: string,
  operands: readonly Operand[],
  typeOfProperty: (name: string) => PropertyType,
): ComparableType {
  const types = operands.map((operand) => typeOf(operator, operand, typeOfProperty));
  const type = types.includes('uuid') ? 'uuid' : (types[0] ?? 'text');
  if (type === 'text[]' || type === 'point') throw typeFault(operator, TYPE_WORDS[type], TYPE_WORDS[types[1] ?? type]);
  operands.forEach((operand, i) => {
    const own = types[i] ?? type;
    const isId = type === 'uuid' && typeof operand === 'string' && UUID.test(operand);
    if (own !== type && !isId) throw typeFault(operator, TYPE_WORDS[type], TYPE_WORDS[own]);
  });
  if (!hasMeaning(operator, type)) throw typeFault(operator, TYPE_WORDS[type], TYPE_WORDS[type]);
  return type;
}

/** Demands that a property holds lists or points. */
export function demandType(operator: string, actual: PropertyType, expected: PropertyType): void {
  if (actual !== expected) throw typeFault(operator, TYPE_WORDS[actual], TYPE_WORDS[expected]);
}

function typeOf(operator: string, operand: Operand, typeOfProperty: (name: string) => PropertyType): PropertyType {
  if (typeof operand === 'string') return 'text';
  if (typeof operand === 'number') return 'number';
  if (typeof operand === 'boolean') return 'boolean';
  if ('timestamp' in operand) return 'instant';
  if ('date' in operand) return 'date';
  if ('property' in operand) return typeOfProperty(operand.property);
  const [inner] = operand.args;
  if (typeof inner !== 'string') demandType(operator, typeOfProperty(inner.property), 'text');
  return 'text';
}

function hasMeaning(operator: string, type: ComparableType): boolean {
  switch (operator) {
    case 't_after':
    case 't_before':
      return type === 'instant' || type === 'date';
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'between':
      return type !== 'boolean' && type !== 'uuid';
    default:
      return true;
  }
}
