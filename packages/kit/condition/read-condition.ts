import type { Words } from '../error/index.ts';
import { isCalendarDay } from '../field/index.ts';
import {
  type Box,
  type CaseInsensitive,
  CONDITION_LIMITS,
  type Condition,
  type Literal,
  type Operand,
  type Property,
} from './condition.ts';
import { syntaxFault, tooLarge } from './fault.ts';
import { instantOf } from './moment.ts';
import { isPropertyName } from './name.ts';

/**
 * Reads a condition from JSON of unknown origin. Answers a fresh tree with nothing in it but what a condition has.
 * Throws `condition.syntax` with the JSON pointer of the first thing that is none, `condition.tooLarge` past `CONDITION_LIMITS`.
 */
export function readCondition(json: unknown): Condition {
  const reader = new Reader();
  return reader.condition(json, '', 1);
}

const LONGEST_TEXT = 10_000;

class Reader {
  #nodes = 0;

  condition(json: unknown, at: string, depth: number): Condition {
    this.#enter(depth);
    if (typeof json === 'boolean') return json;
    const { op, args } = this.#operation(json, at, CONDITION);
    const arg = (index: number) => [args[index], `${at}/args/${index}`] as const;
    const many = (count: number) => {
      if (args.length !== count) throw fault(json, `${at}/args`, counted(count));
    };
    switch (op) {
      case 'and':
      case 'or':
        if (args.length < 2) throw fault(json, `${at}/args`, AT_LEAST_TWO);
        return { op, args: args.map((part, i) => this.condition(part, `${at}/args/${i}`, depth + 1)) };
      case 'not':
        many(1);
        return { op, args: [this.condition(...arg(0), depth + 1)] };
      case '=':
      case '<>':
      case '<':
      case '<=':
      case '>':
      case '>=':
      case 't_after':
      case 't_before':
        many(2);
        return { op, args: [this.#operand(...arg(0), depth + 1), this.#operand(...arg(1), depth + 1)] };
      case 'like':
        many(2);
        return { op, args: [this.#searched(...arg(0), depth + 1), this.#pattern(...arg(1), depth + 1)] };
      case 'between':
        many(3);
        return {
          op,
          args: [
            this.#operand(...arg(0), depth + 1),
            this.#operand(...arg(1), depth + 1),
            this.#operand(...arg(2), depth + 1),
          ],
        };
      case 'in':
        many(2);
        return { op, args: [this.#operand(...arg(0), depth + 1), this.#list(...arg(1), literal)] };
      case 'isNull':
        many(1);
        return { op, args: [this.#property(...arg(0), depth + 1)] };
      case 'a_contains':
      case 'a_overlaps':
        many(2);
        return { op, args: [this.#property(...arg(0), depth + 1), this.#list(...arg(1), text)] };
      case 's_intersects':
        many(2);
        return { op, args: [this.#property(...arg(0), depth + 1), box(...arg(1))] };
      default:
        throw fault(json, `${at}/op`, OPERATOR);
    }
  }

  #enter(depth: number): void {
    this.#nodes += 1;
    if (depth > CONDITION_LIMITS.depth || this.#nodes > CONDITION_LIMITS.nodes) throw tooLarge();
  }

  #operation(json: unknown, at: string, expected: Words): { op: string; args: readonly unknown[] } {
    if (!isObject(json) || typeof json.op !== 'string' || !Array.isArray(json.args)) throw fault(json, at, expected);
    return { op: json.op, args: json.args };
  }

  #operand(json: unknown, at: string, depth: number): Operand {
    if (isObject(json) && Object.hasOwn(json, 'property')) return this.#property(json, at, depth);
    if (isObject(json) && json.op === 'casei') return this.#casei(json, at, depth);
    this.#enter(depth);
    return literal(json, at);
  }

  #property(json: unknown, at: string, depth: number): Property {
    this.#enter(depth);
    if (!isObject(json) || typeof json.property !== 'string' || !isPropertyName(json.property)) {
      throw fault(json, at, PROPERTY);
    }
    return { property: json.property };
  }

  #casei(json: unknown, at: string, depth: number): CaseInsensitive {
    this.#enter(depth);
    const { op, args } = this.#operation(json, at, CASEI);
    if (op !== 'casei' || args.length !== 1) throw fault(json, at, CASEI);
    const inner = `${at}/args/0`;
    return {
      op: 'casei',
      args: [typeof args[0] === 'string' ? text(args[0], inner) : this.#property(args[0], inner, depth + 1)],
    };
  }

  #searched(json: unknown, at: string, depth: number): Property | CaseInsensitive {
    const operand = this.#operand(json, at, depth);
    if (typeof operand === 'object' && ('property' in operand || 'op' in operand)) return operand;
    throw fault(json, at, PROPERTY);
  }

  #pattern(json: unknown, at: string, depth: number): string | CaseInsensitive<never> {
    if (typeof json !== 'string') {
      const { args } = this.#casei(json, at, depth);
      return { op: 'casei', args: [pattern(args[0], `${at}/args/0`)] };
    }
    this.#enter(depth);
    return pattern(json, at);
  }

  #list<T>(json: unknown, at: string, item: (json: unknown, at: string) => T): T[] {
    if (!Array.isArray(json) || json.length === 0) throw fault(json, at, LIST);
    if (json.length > CONDITION_LIMITS.list) throw tooLarge();
    return json.map((value, i) => item(value, `${at}/${i}`));
  }
}

function literal(json: unknown, at: string): Literal {
  if (typeof json === 'boolean') return json;
  if (typeof json === 'number' && Number.isFinite(json)) return json;
  if (typeof json === 'string') return text(json, at);
  if (isObject(json) && typeof json.timestamp === 'string' && instantOf(json.timestamp) !== undefined) {
    return { timestamp: json.timestamp };
  }
  if (isObject(json) && typeof json.date === 'string' && isCalendarDay(json.date)) return { date: json.date };
  throw fault(json, at, VALUE);
}

/** A text PostgreSQL can hold: without NUL and lone surrogates. */
function text(json: unknown, at: string): string {
  if (typeof json !== 'string') throw fault(json, at, TEXT);
  if (json.length > LONGEST_TEXT) throw tooLarge();
  if (json.includes('\0') || !json.isWellFormed()) throw fault(json, at, TEXT);
  return json;
}

/** A pattern that ends in a lone escape is an error in SQL. */
function pattern(json: unknown, at: string): string {
  const like = text(json, at);
  const escapes = like.length - like.replace(/\\+$/, '').length;
  if (escapes % 2 === 0) return like;
  throw fault(json, at, PATTERN);
}

function box(json: unknown, at: string): Box {
  const sides: unknown = isObject(json) ? json.bbox : undefined;
  if (Array.isArray(sides) && sides.length === 4) {
    const [west, south, east, north]: unknown[] = sides;
    if (
      isDegree(west, 180) &&
      isDegree(south, 90) &&
      isDegree(east, 180) &&
      isDegree(north, 90) &&
      west <= east &&
      south <= north
    ) {
      return { bbox: [west, south, east, north] };
    }
  }
  throw fault(json, at, BOX);
}

function isDegree(value: unknown, bound: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= bound;
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function fault(json: unknown, at: string, expected: Words) {
  return syntaxFault(at === '' ? '/' : at, nearby(json), expected);
}

/** What stands at a place, told without walking a hostile value. */
function nearby(json: unknown): string {
  if (typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean') return String(json);
  if (isObject(json) && typeof json.op === 'string') return json.op;
  if (isObject(json) && typeof json.property === 'string') return json.property;
  return Array.isArray(json) ? '[…]' : json === null || json === undefined ? String(json) : '{…}';
}

function counted(count: number): Words {
  return { zh: `${count} 个参数`, en: `${count} argument(s)` };
}

const CONDITION: Words = { zh: '条件(true、false 或 {op, args})', en: 'a condition (true, false or {op, args})' };
const AT_LEAST_TWO: Words = { zh: '两个以上的条件', en: 'two conditions or more' };
const OPERATOR: Words = { zh: '可用的运算', en: 'an operator that is supported' };
const PROPERTY: Words = { zh: '字段 {property}', en: 'a property {property}' };
const CASEI: Words = { zh: '文字或 casei（一个参数）', en: 'text, or casei with one argument' };
const VALUE: Words = {
  zh: '字段、文字、数字、是否、TIMESTAMP 或 DATE',
  en: 'a property, text, number, boolean, timestamp or date',
};
const TEXT: Words = { zh: '不含 NUL 的文字', en: 'text without NUL' };
const PATTERN: Words = { zh: '不以单个反斜杠结尾的模式', en: 'a pattern that does not end in a lone backslash' };
const LIST: Words = { zh: '至少一个值的列表', en: 'a list of one value or more' };
const BOX: Words = { zh: '西、南、东、北四个经纬度', en: 'west, south, east and north in degrees' };
