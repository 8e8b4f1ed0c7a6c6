import type { ParameterEntry } from '../../client/index.ts';

/** The value of a parameter as a line of text. `optionOf` names the keys of a table and the codes of a choice. */
export function parameterText(value: unknown, optionOf: (code: string) => string): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'string') return optionOf(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isTable(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return '—';
    return entries.map(([key, limit]) => `${optionOf(key)} ${limit}`).join('；');
  }
  return JSON.stringify(value);
}

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
