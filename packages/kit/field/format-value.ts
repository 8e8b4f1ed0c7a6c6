import type { Locale } from '../error/index.ts';
import type { Field, PlaceValue } from './field.ts';
import { isMobile } from './phone-number.ts';
import type { Source } from './source.ts';

/** Who reads, and what the values themselves do not hold: the zone of the district (IANA name) and the names of codes, units and people. */
export interface Reading {
  readonly locale: Locale;
  readonly zone: string;
  /** The name of a code in the reader's language; undefined where it is not known, then the code itself is shown. */
  nameOf?(source: Source, code: string): string | undefined;
}

/** A stored (or masked) value as a line of text for people; '' where there is none. */
export function formatValue(field: Field, value: unknown, reading: Reading): string {
  if (value === null || value === undefined) return '';
  switch (field.kind) {
    case 'number':
      return typeof value === 'number' ? quantity(value, field.unit, reading.locale) : String(value);
    case 'date':
      return formatDay(String(value), reading.locale);
    case 'instant':
      return typeof value === 'number' ? formatInstant(value, reading) : String(value);
    case 'yesNo':
      if (typeof value !== 'boolean') return String(value);
      return reading.locale === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No';
    case 'choice':
      return nameOf(field.source, String(value), reading);
    case 'choices':
      return Array.isArray(value)
        ? value.map((code) => nameOf(field.source, String(code), reading)).join(reading.locale === 'zh' ? '、' : ', ')
        : String(value);
    case 'place':
      return isPlace(value) ? formatPlace(value) : String(value);
    case 'photos':
      return Array.isArray(value) ? counted(value.length, reading.locale, '张照片', 'photo') : String(value);
    case 'files':
      return Array.isArray(value) ? counted(value.length, reading.locale, '个文件', 'file') : String(value);
    case 'phone':
      return formatPhone(String(value), reading.locale);
    case 'text':
    case 'personName':
    case 'citizenNumber':
    case 'creditCode':
      return String(value);
  }
}

function quantity(value: number, unit: string, locale: Locale): string {
  const digits = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: 10 }).format(
    value,
  );
  return unit === '' ? digits : `${digits} ${unit}`;
}

function formatDay(day: string, locale: Locale): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return day;
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (locale === 'zh') return `${year}年${month}月${dayOfMonth}日`;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, dayOfMonth),
  );
}

function formatInstant(at: number, reading: Reading): string {
  return new Intl.DateTimeFormat(reading.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: reading.zone,
  }).format(at);
}

function nameOf(source: Source, code: string, reading: Reading): string {
  const named = reading.nameOf?.(source, code);
  if (named !== undefined) return named;
  const own = source.from === 'options' && Object.hasOwn(source.options, code) ? source.options[code] : undefined;
  return own ?? code;
}

function isPlace(value: unknown): value is PlaceValue {
  return typeof value === 'object' && value !== null && 'address' in value && 'point' in value;
}

function formatPlace(place: PlaceValue): string {
  if (place.address !== '') return place.address;
  if (place.point) return `${place.point.longitude.toFixed(5)}, ${place.point.latitude.toFixed(5)}`;
  return place.cell ?? '';
}

function counted(count: number, locale: Locale, zh: string, en: string): string {
  return locale === 'zh' ? `${count} ${zh}` : `${count} ${en}${count === 1 ? '' : 's'}`;
}

function formatPhone(number: string, locale: Locale): string {
  if (isMobile(number)) return `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`;
  return number.replace('x', locale === 'zh' ? ' 转 ' : ' ext. ');
}
