import type { Words } from '../error/index.ts';
import { isCalendarDay } from '../field/index.ts';
import {
  type CaseInsensitive,
  CONDITION_LIMITS,
  type Condition,
  type Literal,
  type Operand,
  type Property,
} from './condition.ts';
import { syntaxFault, tooLarge } from './fault.ts';
import { instantOf } from './moment.ts';
import { readCondition } from './read-condition.ts';
import { type Token, tokensOf } from './token.ts';

/**
 * Reads CQL2 text: `state = 'open' AND (left < 3600 OR "in" IS NULL)`. A quote within a text is doubled.
 * Throws `condition.syntax` with the character (from 1) where it cannot be read on, `condition.tooLarge`.
 */
export function parseText(source: string): Condition {
  if (source.length > CONDITION_LIMITS.characters) throw tooLarge();
  const parser = new Parser(tokensOf(source));
  return readCondition(parser.whole());
}

const COMPARISONS = ['=', '<>', '<', '<=', '>', '>='] as const;

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Condition {
    const condition = this.#disjunction();
    if (this.#peek().kind !== 'end') throw this.#fault(JUNCTION);
    return condition;
  }

  #disjunction(): Condition {
    return this.#junction('or', () => this.#junction('and', () => this.#factor()));
  }

  #junction(op: 'and' | 'or', part: () => Condition): Condition {
    const first = part();
    const rest: Condition[] = [];
    while (this.#takes(op)) rest.push(part());
    return rest.length === 0 ? first : { op, args: [first, ...rest] };
  }

  #factor(): Condition {
    return this.#takes('not') ? { op: 'not', args: [this.#primary()] } : this.#primary();
  }

  #primary(): Condition {
    if (this.#takes('(')) {
      this.#depth += 1;
      // Every level of the tree needs one pair of brackets at most; more are a hostile text.
      if (this.#depth > CONDITION_LIMITS.depth) throw tooLarge();
      const condition = this.#disjunction();
      this.#expect(')');
      this.#depth -= 1;
      return condition;
    }
    const word = this.#peek();
    if (word.kind === 'keyword') {
      switch (word.value) {
        case 't_after':
        case 't_before':
          return {
            op: word.value,
            args: this.#call(
              () => this.#operand(),
              () => this.#operand(),
            ),
          };
        case 'a_contains':
        case 'a_overlaps':
          return {
            op: word.value,
            args: this.#call(
              () => this.#property(),
              () => this.#list(() => this.#text()),
            ),
          };
        case 's_intersects':
          return {
            op: 's_intersects',
            args: this.#call(
              () => this.#property(),
              () => ({ bbox: this.#box() }),
            ),
          };
      }
    }
    return this.#predicate();
  }

  #predicate(): Condition {
    const at = this.#peek();
    const subject = this.#operand();
    const comparison = COMPARISONS.find((sign) => this.#takes(sign));
    if (comparison) return { op: comparison, args: [subject, this.#operand()] };
    if (this.#takes('is')) {
      const negated = this.#takes('not');
      this.#expect('null');
      if (typeof subject !== 'object' || !('property' in subject)) throw faultAt(at, PROPERTY);
      return negation(negated, { op: 'isNull', args: [subject] });
    }
    const negated = this.#takes('not');
    if (this.#takes('like')) {
      if (typeof subject !== 'object' || !('property' in subject || 'op' in subject)) throw faultAt(at, PROPERTY);
      return negation(negated, { op: 'like', args: [subject, this.#pattern()] });
    }
    if (this.#takes('in')) return negation(negated, { op: 'in', args: [subject, this.#list(() => this.#literal())] });
    if (this.#takes('between')) {
      const low = this.#operand();
      this.#expect('and');
      return negation(negated, { op: 'between', args: [subject, low, this.#operand()] });
    }
    if (!negated && typeof subject === 'boolean') return subject;
    throw this.#fault(OPERATOR);
  }

  #operand(): Operand {
    const token = this.#peek();
    if (token.kind === 'name') return this.#property();
    if (token.kind === 'keyword' && token.value === 'casei') return this.#casei();
    return this.#literal();
  }

  #property(): Property {
    const token = this.#peek();
    if (token.kind !== 'name') throw this.#fault(PROPERTY);
    this.#next += 1;
    return { property: token.value };
  }

  #casei(): CaseInsensitive {
    this.#expect('casei');
    this.#expect('(');
    const inner = this.#peek().kind === 'text' ? this.#text() : this.#property();
    this.#expect(')');
    return { op: 'casei', args: [inner] };
  }

  #pattern(): string | CaseInsensitive<never> {
    if (this.#peek().kind === 'text') return this.#text();
    this.#expect('casei');
    this.#expect('(');
    const inner = this.#text();
    this.#expect(')');
    return { op: 'casei', args: [inner] };
  }

  #literal(): Literal {
    const token = this.#peek();
    if (token.kind === 'text') return this.#text();
    if (token.kind === 'number') return this.#number();
    if (this.#takes('true')) return true;
    if (this.#takes('false')) return false;
    if (this.#takes('timestamp'))
      return { timestamp: this.#bracketed((text) => instantOf(text) !== undefined, TIMESTAMP) };
    if (this.#takes('date')) return { date: this.#bracketed(isCalendarDay, DATE) };
    throw this.#fault(VALUE);
  }

  #text(): string {
    const token = this.#peek();
    if (token.kind !== 'text' || token.value.includes('\0') || !token.value.isWellFormed()) throw this.#fault(TEXT);
    this.#next += 1;
    return token.value;
  }

  #number(): number {
    const token = this.#peek();
    const value = Number(token.value);
    if (token.kind !== 'number' || !Number.isFinite(value)) throw this.#fault(NUMBER);
    this.#next += 1;
    return value === 0 ? 0 : value;
  }

  #bracketed(isValid: (text: string) => boolean, expected: Words): string {
    this.#expect('(');
    const token = this.#peek();
    if (token.kind !== 'text' || !isValid(token.value)) throw this.#fault(expected);
    this.#next += 1;
    this.#expect(')');
    return token.value;
  }

  #box(): [number, number, number, number] {
    this.#expect('bbox');
    this.#expect('(');
    const sides: [number, number, number, number] = [0, 0, 0, 0];
    for (let i = 0; i < 4; i += 1) {
      if (i > 0) this.#expect(',');
      sides[i] = this.#number();
    }
    this.#expect(')');
    return sides;
  }

  #list<T>(item: () => T): T[] {
    this.#expect('(');
    const items = [item()];
    while (this.#takes(',')) items.push(item());
    this.#expect(')');
    return items;
  }

  #call<A, B>(first: () => A, second: () => B): [A, B] {
    this.#next += 1;
    this.#expect('(');
    const a = first();
    this.#expect(',');
    const b = second();
    this.#expect(')');
    return [a, b];
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', value: '', at: 0 };
  }

  #takes(value: string): boolean {
    const token = this.#peek();
    if ((token.kind !== 'keyword' && token.kind !== 'sign') || token.value !== value) return false;
    this.#next += 1;
    return true;
  }

  #expect(value: string): void {
    if (!this.#takes(value)) throw this.#fault({ zh: value.toUpperCase(), en: value.toUpperCase() });
  }

  #fault(expected: Words) {
    return faultAt(this.#peek(), expected);
  }
}

function faultAt(token: Token, expected: Words) {
  return syntaxFault(String(token.at), token.value, expected);
}

function negation(negated: boolean, condition: Condition): Condition {
  return negated ? { op: 'not', args: [condition] } : condition;
}

const JUNCTION: Words = { zh: 'AND、OR 或结尾', en: 'AND, OR or the end' };
const OPERATOR: Words = {
  zh: '比较(=、<>、<、<=、>、>=、LIKE、IN、BETWEEN、IS NULL)',
  en: 'a comparison (=, <>, <, <=, >, >=, LIKE, IN, BETWEEN, IS NULL)',
};
const PROPERTY: Words = { zh: '字段', en: 'a property' };
const VALUE: Words = { zh: '字段或值', en: 'a property or a value' };
const TEXT: Words = { zh: '单引号中的文字', en: 'text in single quotes' };
const NUMBER: Words = { zh: '数字', en: 'a number' };
const TIMESTAMP: Words = { zh: "时刻，如 '2026-07-01T00:00:00Z'", en: "a moment such as '2026-07-01T00:00:00Z'" };
const DATE: Words = { zh: "存在的日期，如 '2026-07-01'", en: "a day that exists, such as '2026-07-01'" };
