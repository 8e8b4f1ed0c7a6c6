import { isCalendarDay } from '../field/index.ts';

/** The instant of an RFC 3339 timestamp in UTC (`2026-07-01T00:00:00Z`, milliseconds at the finest) in epoch milliseconds; undefined when it is none. */
export function instantOf(timestamp: string): number | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/.exec(timestamp);
  return parts && isCalendarDay(parts[1] ?? '') ? Date.parse(timestamp) : undefined;
}
