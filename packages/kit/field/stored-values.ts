import type { Field, Fields } from './field.ts';
import { plainPhone } from './phone-number.ts';
import { plainText } from './plain-text.ts';

/**
 * Brings what was typed or sent into the form that is stored, where that can be done without guessing: plain text, numbers of
 * telephones and persons without spaces and full-width digits, absent answers (null, '', []) left out. What cannot be read stays
 * as it came, for `checkValues` to name. Never throws.
 */
export function storedValues(fields: Fields, raw: unknown): unknown {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return raw;
  const stored = Object.entries(raw)
    .map(([name, value]): [string, unknown] => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return [name, field ? storedValue(field, value) : value];
    })
    .filter(([name, value]) => !(Object.hasOwn(fields, name) && isAbsent(value)));
  return Object.fromEntries(stored);
}

/** Whether a value says nothing: null, undefined, '' or an empty list. */
export function isAbsent(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function storedValue(field: Field, value: unknown): unknown {
  if (field.kind === 'place') return storedPlace(value);
  if (typeof value !== 'string') return value;
  switch (field.kind) {
    case 'text':
      return plainText(value);
    case 'personName':
      return plainText(value).replaceAll(/\s+/gu, ' ');
    case 'phone':
      return plainPhone(plainText(value));
    case 'citizenNumber':
    case 'creditCode':
      return plainText(value).normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();
    case 'date':
    case 'choice':
      return value.trim();
    case 'number':
    case 'instant':
    case 'yesNo':
    case 'choices':
    case 'photos':
    case 'files':
      return value;
  }
}

function storedPlace(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const address: unknown = 'address' in value ? value.address : '';
  return {
    cell: null,
    point: null,
    datum: 'WGS84',
    ...value,
    address: typeof address === 'string' ? plainText(address) : address,
  };
}
