import { HuyingError } from '../error/index.ts';
import type { CaseInsensitive, ComparisonOperator, Condition, Literal, Operand } from './condition.ts';
import { type ComparableType, comparedType, demandType, type PropertyType } from './property-type.ts';
import { readCondition } from './read-condition.ts';
import { lowerAscii } from './text-order.ts';

/** The column (an SQL expression written by us, never from input) a property is read from. A point is two columns in degrees, both null or neither. */
export type Column =
  | { readonly type: Exclude<PropertyType, 'point'>; readonly sql: string }
  | { readonly type: 'point'; readonly longitude: string; readonly latitude: string };

export type Columns = Readonly<Record<string, Column>>;

/** An SQL condition and the values of its parameters, numbered from the first parameter asked for. */
export interface CompiledSql {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/**
 * A condition as SQL over declared columns. Every value is a parameter with its type; the text of the statement depends on the shape
 * of the tree only, so that it can be prepared. Texts are ordered by code point (collation "C") whatever the database's own collation.
 * Throws `condition.noColumn`, `condition.type`, and what `readCondition` throws.
 */
export function compileSql(tree: Condition, columns: Columns, firstParam = 1): CompiledSql {
  const params: unknown[] = [];
  const statement = new Statement(columns, (value, type) => {
    params.push(value);
    return `$${firstParam + params.length - 1}::${type}`;
  });
  return { sql: statement.condition(readCondition(tree)), params };
}

/** Checks a condition against the types of its properties, without any SQL. Throws what `compileSql` throws. */
export function checkCondition(tree: Condition, types: Readonly<Record<string, PropertyType>>): void {
  const columns = Object.entries(types).map(([name, type]): [string, Column] => [
    name,
    type === 'point' ? { type, longitude: 'x', latitude: 'y' } : { type, sql: 'x' },
  ]);
  compileSql(tree, Object.fromEntries(columns));
}

const SQL_TYPES: Readonly<Record<ComparableType, string>> = {
  text: 'text',
  number: 'float8',
  boolean: 'boolean',
  instant: 'timestamptz',
  date: 'date',
  uuid: 'uuid',
};

class Statement {
  readonly #columns: Columns;
  readonly #param: (value: unknown, type: string) => string;
  readonly #typeOf = (name: string): PropertyType => this.#column(name).type;

  constructor(columns: Columns, param: (value: unknown, type: string) => string) {
    this.#columns = columns;
    this.#param = param;
  }

  condition(tree: Condition): string {
    if (typeof tree === 'boolean') return tree ? 'true' : 'false';
    switch (tree.op) {
      case 'and':
      case 'or':
        return `(${tree.args.map((part) => this.condition(part)).join(` ${tree.op} `)})`;
      case 'not':
        return `(not ${this.condition(tree.args[0])})`;
      case 'like': {
        const [searched, pattern] = tree.args;
        comparedType('like', [searched, ''], this.#typeOf);
        return `(${this.#operand(searched, 'text')} like ${this.#operand(pattern, 'text')})`;
      }
      case 'between': {
        const type = comparedType(tree.op, tree.args, this.#typeOf);
        const [value, low, high] = tree.args.map((operand) => this.#operand(operand, type));
        return `(${value}${ordered(type)} between ${low} and ${high})`;
      }
      case 'in':
        return this.#oneOf(tree.args[0], tree.args[1]);
      case 'isNull':
        return this.#isNull(tree.args[0].property);
      case 'a_contains':
      case 'a_overlaps': {
        const column = this.#column(tree.args[0].property);
        demandType(tree.op, column.type, 'text[]');
        const operator = tree.op === 'a_contains' ? '@>' : '&&';
        return `(${this.#value(tree.args[0].property)} ${operator} ${this.#param(tree.args[1], 'text[]')})`;
      }
      case 's_intersects':
        return this.#inBox(tree.args[0].property, tree.args[1].bbox);
      default:
        return this.#comparison(tree.op, tree.args);
    }
  }

  #comparison(op: ComparisonOperator, args: readonly [Operand, Operand]): string {
    const type = comparedType(op, args, this.#typeOf);
    const sign = op === 't_after' ? '>' : op === 't_before' ? '<' : op;
    const collation = sign === '=' || sign === '<>' ? '' : ordered(type);
    return `(${this.#operand(args[0], type)}${collation} ${sign} ${this.#operand(args[1], type)})`;
  }

  #oneOf(operand: Operand, values: readonly Literal[]): string {
    const type = comparedType('in', [operand, ...values], this.#typeOf);
    const sqlType = type === 'number' && values.every(Number.isSafeInteger) ? 'bigint' : SQL_TYPES[type];
    return `(${this.#operand(operand, type)} = any(${this.#param(values.map(plain), `${sqlType}[]`)}))`;
  }

  #isNull(name: string): string {
    const column = this.#column(name);
    return column.type === 'point'
      ? `(${column.longitude} is null or ${column.latitude} is null)`
      : `(${column.sql} is null)`;
  }

  #inBox(name: string, [west, south, east, north]: readonly [number, number, number, number]): string {
    const column = this.#column(name);
    if (column.type !== 'point') {
      demandType('s_intersects', column.type, 'point');
      return 'false';
    }
    const degrees = (value: number) => this.#param(value, 'float8');
    return `(${column.longitude} between ${degrees(west)} and ${degrees(east)} and ${column.latitude} between ${degrees(south)} and ${degrees(north)})`;
  }

  #operand(operand: Operand | CaseInsensitive<never>, type: ComparableType): string {
    if (typeof operand === 'object' && 'property' in operand) return this.#value(operand.property);
    if (typeof operand === 'object' && 'op' in operand) {
      const [inner] = operand.args;
      if (typeof inner === 'string') return this.#param(lowerAscii(inner), 'text');
      return `lower(${this.#value(inner.property)} collate "C")`;
    }
    // A whole number is sent as bigint: PostgreSQL would turn an integer column into float8 for a float8 parameter, past its index.
    const sqlType = Number.isSafeInteger(operand) ? 'bigint' : SQL_TYPES[type];
    return this.#param(plain(operand), sqlType);
  }

  #value(name: string): string {
    const column = this.#column(name);
    return column.type === 'point' ? column.longitude : column.sql;
  }

  #column(name: string): Column {
    const column = Object.hasOwn(this.#columns, name) ? this.#columns[name] : undefined;
    if (column) return column;
    throw new HuyingError('condition.noColumn', { property: name, known: Object.keys(this.#columns).join(', ') });
  }
}

function ordered(type: ComparableType): string {
  return type === 'text' ? ' collate "C"' : '';
}

function plain(literal: Literal): string | number | boolean {
  if (typeof literal !== 'object') return literal;
  return 'timestamp' in literal ? literal.timestamp : literal.date;
}
