import { zoneClock } from '@huying/kit/calendar';

const tokens: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
  hh: '(?<half>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})(?:\\.\\d+)?',
  A: '(?<noon>[AaPp]\\.?[Mm]\\.?)',
};
const token = /YYYY|MM|DD|HH|hh|mm|ss|A/g;
const iso =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?)?(?<offset>Z|[+-]\d{2}:?\d{2})?$/;

/** Whether a pattern can be read: `iso`, or each of year, month and day once and nothing twice. */
export function isTimeFormat(format: string): boolean {
  if (format === 'iso') return true;
  const found: readonly string[] = format.match(token) ?? [];
  return ['YYYY', 'MM', 'DD'].every((part) => found.includes(part)) && new Set(found).size === found.length;
}

/** Reads a time as written in a file: the instant (epoch milliseconds), or undefined where the words do not fit the pattern or the date does not exist. */
export type ReadTime = (words: string) => number | undefined;

/** Makes the reader of a pattern (see `isTimeFormat`). Times that name no offset are wall time in `zone`; digits finer than a second are dropped. */
export function timeReader(format: string, zone: string): ReadTime {
  const pattern = format === 'iso' ? iso : patternOf(format);
  const instantOf = zoneClock(zone);
  return (words) => {
    const parts = pattern.exec(words)?.groups;
    if (!parts) return undefined;
    const wall = wallTime(parts);
    if (wall === undefined) return undefined;
    return parts.offset ? wall - offsetOf(parts.offset) : instantOf(wall);
  };
}

function patternOf(format: string): RegExp {
  let source = '';
  let end = 0;
  for (const match of format.matchAll(token)) {
    source += literal(format.slice(end, match.index)) + tokens[match[0]];
    end = match.index + match[0].length;
  }
  return new RegExp(`^${source}${literal(format.slice(end))}$`);
}

function literal(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
}

/** The wall time as if it were UTC; undefined for 30 February or 25 o'clock. */
function wallTime(parts: Readonly<Record<string, string | undefined>>): number | undefined {
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  const [minute, second] = [Number(parts.minute ?? 0), Number(parts.second ?? 0)];
  const hour = hourOf(parts);
  if (hour === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(wall);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? wall : undefined;
}

function hourOf({ hour, half, noon }: Readonly<Record<string, string | undefined>>): number | undefined {
  if (half === undefined) return Number(hour ?? 0);
  const twelve = Number(half);
  if (twelve < 1 || twelve > 12) return undefined;
  return (twelve % 12) + (noon?.toLowerCase().startsWith('p') ? 12 : 0);
}

function offsetOf(offset: string): number {
  if (offset === 'Z') return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
