/** What a load came to: how many were done, in how many seconds, and how long each took. */
export class Load {
  seconds = 0;
  /** Seconds of processor time that this process spent meanwhile, the server's not among them. */
  processor = 0;
  /** Milliseconds of each. */
  readonly took: number[] = [];

  add(milliseconds: number): void {
    this.took.push(milliseconds);
  }

  /** Adds what another thread did. */
  join({ took, seconds, processor }: Pick<Load, 'took' | 'seconds' | 'processor'>): void {
    for (const one of took) this.took.push(one);
    this.seconds += seconds;
    this.processor += processor;
  }

  get count(): number {
    return this.took.length;
  }

  get perSecond(): number {
    return this.seconds === 0 ? 0 : this.count / this.seconds;
  }

  /** Milliseconds below which a share of them stayed: `percentile(0.95)`. */
  percentile(share: number): number {
    const sorted = Float64Array.from(this.took).sort();
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  }

  /** How much of a core this process was busy with. */
  cores(): string {
    return `${(this.processor / this.seconds).toFixed(2)} of a core here`;
  }

  /** `p50 3.1 · p95 7.9 · p99 12 ms`. */
  spread(): string {
    const [middle, most, nearlyAll] = [0.5, 0.95, 0.99].map((share) => this.percentile(share).toFixed(1));
    return `p50 ${middle} · p95 ${most} · p99 ${nearlyAll} ms`;
  }
}

/**
 * Does `one` over and over, `width` at a time, for so many seconds, and adds to `load`. Each is begun as soon as the one before it is
 * done; what is under way at the end is finished and counted. The first failure ends it.
 */
export async function carry(load: Load, width: number, seconds: number, one: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  const busy = process.cpuUsage();
  const end = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let from = performance.now(); from < end; ) {
        await one();
        const until = performance.now();
        load.add(until - from);
        from = until;
      }
    }),
  );
  const { user, system } = process.cpuUsage(busy);
  load.seconds += (performance.now() - start) / 1000;
  load.processor += (user + system) / 1_000_000;
}

/** Seconds; long enough for every connection to have prepared and planned the statements it repeats, and for the program to be compiled. */
export const WARM_UP = 8;

/** One load, after a warm-up that is not counted. */
export async function measured(width: number, seconds: number, one: () => Promise<unknown>): Promise<Load> {
  await carry(new Load(), width, Math.min(WARM_UP, seconds), one);
  const load = new Load();
  await carry(load, width, seconds, one);
  return load;
}
