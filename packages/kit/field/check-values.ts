import type { Problem, Words } from '../error/index.ts';
import { HuyingError } from '../error/index.ts';
import { isCalendarDay } from './calendar-day.ts';
import { isCitizenNumber } from './citizen-number.ts';
import { isCreditCode } from './credit-code.ts';
import type { ChoiceField, ChoicesField, Field, Fields, NumberField, TextField, ValuesOf } from './field.ts';
import { isPhone } from './phone-number.ts';
import { placeFault } from './place-fault.ts';
import { codePoints, isPlainText } from './plain-text.ts';
import { isAbsent, storedValues } from './stored-values.ts';

/** More than this nobody reads; a hostile body must not be answered with a longer one. */
const MOST_PROBLEMS = 100;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** The last millisecond of the year 9999. */
const LAST_INSTANT = 253_402_300_799_999;
const NAME_MAX = 100;
const CODE_MAX = 64;

/**
 * Everything that is wrong with values in their stored form, field by field: the place as a JSON pointer under `at`, and a sentence
 * in both languages. Codes of trees, units and people are checked for their shape only: whether they exist, their keepers know.
 * Never throws; answers at most 100 problems.
 */
export function checkValues(fields: Fields, values: unknown, at = ''): Problem[] {
  if (values === null || typeof values !== 'object' || Array.isArray(values)) {
    return [{ path: at, zh: '此处应为一组字段。', en: 'This must be an object of fields.' }];
  }
  const given: Readonly<Record<string, unknown>> = { ...values };
  const problems: Problem[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const fault = faultOf(field, Object.hasOwn(given, name) ? given[name] : undefined);
    if (fault) problems.push({ path: `${at}/${escaped(name)}`, ...fault });
  }
  for (const name of Object.keys(given)) {
    if (problems.length >= MOST_PROBLEMS) break;
    if (Object.hasOwn(fields, name)) continue;
    problems.push({ path: `${at}/${escaped(name)}`, zh: '没有这个字段。', en: 'There is no such field.' });
  }
  return problems.slice(0, MOST_PROBLEMS);
}

/**
 * The door for values from outside: brings them into their stored form, checks them and answers them typed.
 * Throws `field.invalid` with every problem.
 */
export function parseValues<Fs extends Fields>(fields: Fs, raw: unknown, at = ''): ValuesOf<Fs> {
  const values = storedValues(fields, raw);
  const problems = checkValues(fields, values, at);
  if (problems.length > 0) throw new HuyingError('field.invalid', { count: problems.length }, problems);
  return values as ValuesOf<Fs>;
}

/** One step of a JSON pointer (RFC 6901), cut so that a hostile key is not sent back at length. */
function escaped(name: string): string {
  return name.slice(0, 100).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');
}

function faultOf(field: Field, value: unknown): Words | undefined {
  if (isAbsent(value)) {
    if (field.presence === 'required') return { zh: `请填写${field.label}。`, en: 'This is required.' };
    return value === undefined
      ? undefined
      : { zh: '没有内容的字段应当省略。', en: 'Leave out a field that has no value.' };
  }
  switch (field.kind) {
    case 'text':
      return textFault(field, value);
    case 'number':
      return numberFault(field, value);
    case 'date':
      return typeof value === 'string' && isCalendarDay(value)
        ? undefined
        : {
            zh: `${field.label}应为存在的日期，如 2026-07-01。`,
            en: 'This must be a day that exists, such as 2026-07-01.',
          };
    case 'instant':
      return Number.isInteger(value) && Math.abs(Number(value)) <= LAST_INSTANT
        ? undefined
        : { zh: `${field.label}应为时刻（毫秒）。`, en: 'This must be a moment in epoch milliseconds.' };
    case 'yesNo':
      return typeof value === 'boolean' ? undefined : { zh: `${field.label}应选“是”或“否”。`, en: 'Choose yes or no.' };
    case 'choice':
      return codeFault(field, value);
    case 'choices':
      return listFault(field, value, (code) => codeFault(field, code));
    case 'photos':
    case 'files':
      return listFault(field, value, (id) =>
        typeof id === 'string' && UUID.test(id)
          ? undefined
          : { zh: `${field.label}中有无效的文件。`, en: 'One of these is not a file id.' },
      );
    case 'place':
      return placeFault(value);
    case 'personName':
      return plainFault(value) ?? lengthFault(String(value), 1, NAME_MAX) ?? lineFault(String(value));
    case 'phone':
      return typeof value === 'string' && isPhone(value)
        ? undefined
        : {
            zh: `${field.label}不是有效的电话号码。`,
            en: 'This is not a telephone number; give the area code with a landline.',
          };
    case 'citizenNumber':
      return typeof value === 'string' && isCitizenNumber(value)
        ? undefined
        : {
            zh: `${field.label}不正确，请核对 18 位身份证号。`,
            en: 'This is not a citizen number; check its 18 characters.',
          };
    case 'creditCode':
      return typeof value === 'string' && isCreditCode(value)
        ? undefined
        : {
            zh: `${field.label}不正确，请核对 18 位统一社会信用代码。`,
            en: 'This is not a credit code; check its 18 characters.',
          };
  }
}

function textFault(field: TextField, value: unknown): Words | undefined {
  const fault =
    plainFault(value) ??
    lengthFault(String(value), field.min, field.max) ??
    (field.lines === 1 ? lineFault(String(value)) : undefined);
  if (fault) return fault;
  return field.pattern === '' || new RegExp(`^(?:${field.pattern})$`, 'u').test(String(value))
    ? undefined
    : { zh: `${field.label}的格式不正确。`, en: 'This is not in the form asked for.' };
}

function plainFault(value: unknown): Words | undefined {
  if (typeof value !== 'string') return { zh: '此处应为文字。', en: 'This must be text.' };
  return isPlainText(value)
    ? undefined
    : { zh: '文字中有不允许的控制字符。', en: 'The text has characters that are not allowed.' };
}

function lengthFault(value: string, min: number, max: number): Words | undefined {
  const length = codePoints(value);
  if (length > max) {
    return { zh: `最多 ${max} 字，现有 ${length} 字。`, en: `At most ${max} characters; there are ${length}.` };
  }
  return length < min
    ? { zh: `至少 ${min} 字，现有 ${length} 字。`, en: `At least ${min} characters; there are ${length}.` }
    : undefined;
}

function lineFault(value: string): Words | undefined {
  return value.includes('\n') ? { zh: '此处只能填写一行。', en: 'This must be a single line.' } : undefined;
}

function numberFault(field: NumberField, value: unknown): Words | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value))
    return { zh: `${field.label}应为数字。`, en: 'This must be a number.' };
  if (field.integer && !Number.isSafeInteger(value))
    return { zh: `${field.label}应为整数。`, en: 'This must be a whole number.' };
  return value >= field.min && value <= field.max
    ? undefined
    : {
        zh: `${field.label}应在 ${field.min} 至 ${field.max}${field.unit} 之间。`,
        en: `This must be from ${field.min} to ${field.max}.`,
      };
}

function codeFault(field: ChoiceField | ChoicesField, value: unknown): Words | undefined {
  const notOffered = { zh: `${field.label}不在可选范围内。`, en: 'This is not one of the choices.' };
  if (typeof value !== 'string') return notOffered;
  switch (field.source.from) {
    case 'options':
      return Object.hasOwn(field.source.options, value) ? undefined : notOffered;
    case 'tree':
      return value.length <= CODE_MAX && isPlainText(value) && !/\s/u.test(value) ? undefined : notOffered;
    case 'units':
    case 'workers':
      return UUID.test(value) ? undefined : notOffered;
  }
}

function listFault(
  field: { readonly max: number },
  value: unknown,
  faultOfItem: (item: unknown) => Words | undefined,
): Words | undefined {
  if (!Array.isArray(value)) return { zh: '此处应为列表。', en: 'This must be a list.' };
  if (value.length > field.max)
    return {
      zh: `最多 ${field.max} 项，现有 ${value.length} 项。`,
      en: `At most ${field.max}; there are ${value.length}.`,
    };
  if (new Set(value).size < value.length) return { zh: '有重复的项。', en: 'The same item is there twice.' };
  for (const item of value) {
    const fault = faultOfItem(item);
    if (fault) return fault;
  }
  return undefined;
}
