import type { ParameterEntry } from '../../client/index.ts';

/**
 * The value of a parameter as a line of text. `optionOf` names the keys of a table, the codes of a choice or a document, and `true` and
 * `false`; `between` stands between the entries.
 */
export function parameterText(value: unknown, optionOf: (code: string) => string, between: string): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'string' || typeof value === 'boolean') return optionOf(String(value));
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.every(isPlain)) {
    return value.length === 0 ? '—' : value.map((one) => parameterText(one, optionOf, between)).join(between);
  }
  if (!Array.isArray(value) && typeof value === 'object') {
    const entries = Object.entries(value);
    if (entries.length === 0) return '—';
    if (entries.every(([, one]) => isPlain(one) || isEmpty(one))) {
      return entries.map(([key, one]) => `${optionOf(key)} ${parameterText(one, optionOf, between)}`).join(between);
    }
  }
  return JSON.stringify(value);
}

const isPlain = (value: unknown) => typeof value !== 'object';
const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

/** Whether a value is a document rather than a figure or a line: it is folded away until it is asked for. */
export function isLongValue(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !isTable(value) && JSON.stringify(value).length > 120;
}

export function isTable(value: unknown): value is Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((one) => typeof one === 'string');
}

/** What was typed for a parameter, as its value; undefined where it is none (a number left empty, JSON that is none). */
export function typedValue(kind: ParameterEntry['kind'], typed: unknown): unknown {
  switch (kind) {
    case 'limit':
    case 'text':
    case 'choice':
      return typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : undefined;
    case 'number':
      return typeof typed === 'number' && Number.isFinite(typed) ? typed : undefined;
    case 'limits':
      return isTable(typed) && Object.values(typed).every((limit) => limit.trim() !== '') ? typed : undefined;
    case 'json':
      try {
        return JSON.parse(String(typed));
      } catch {
        return undefined;
      }
  }
}
