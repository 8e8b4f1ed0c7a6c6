const day = 86_400_000;
/** No zone has changed its offset other than on a quarter of an hour since 1970. */
const quarter = 900_000;

/**
 * The clock of a zone: turns wall time (told as if it were UTC, epoch milliseconds) into the instant. Where the clocks go back the earlier of the two
 * instants is meant; a wall time that the clocks skip is read as if they had not yet gone forward, which lands just after the gap.
 */
export function zoneClock(zone: string): (wall: number) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const known = new Map<number, number>();
  function offsetAt(instant: number): number {
    const key = Math.floor(instant / quarter);
    let offset = known.get(key);
    if (offset === undefined) {
      offset = offsetOf(format.formatToParts(key * quarter).find((part) => part.type === 'timeZoneName')?.value ?? '');
      known.set(key, offset);
    }
    return offset;
  }
  return (wall) => {
    const before = offsetAt(wall - day);
    const early = wall - before;
    if (offsetAt(early) === before) return early;
    const after = offsetAt(wall + day);
    const late = wall - after;
    return offsetAt(late) === after ? late : early;
  };
}

/** Milliseconds of `GMT-04:00`; plain `GMT` is zero. */
function offsetOf(name: string): number {
  const [, sign, hours, minutes, seconds] = /^GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(name) ?? [];
  const size = (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000;
  return sign === '-' ? -size : size;
}
