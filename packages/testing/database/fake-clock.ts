/** Time as a test says it is. Instants are epoch milliseconds UTC. */
export interface FakeClock {
  now(): number;
  /** Moves on by so many milliseconds. */
  advance(milliseconds: number): void;
  set(instant: number | string): void;
}

/** Starts at an instant, or at an ISO 8601 date and time with its offset: `2026-07-01T08:00:00+08:00`. */
export function fakeClock(start: number | string): FakeClock {
  let instant = read(start);
  return {
    now: () => instant,
    advance: (milliseconds) => {
      instant += milliseconds;
    },
    set: (to) => {
      instant = read(to);
    },
  };
}

function read(instant: number | string): number {
  if (typeof instant === 'number') return instant;
  if (!/(Z|[+-]\d\d:\d\d)$/.test(instant)) throw new RangeError(`${instant} does not say its offset`);
  return Date.parse(instant);
}
