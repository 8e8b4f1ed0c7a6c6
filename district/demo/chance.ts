/**
 * Seeded chance: the same seed gives the same district and the same year of cases on every machine.
 * sfc32 (Chris Doty-Humphrey, public domain), seeded through an FNV-1a hash of the label.
 */
export interface Chance {
  /** Uniform in [0, 1). */
  unit(): number;
  /** Uniform integer in [0, n). */
  below(n: number): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** True with the given probability. */
  happens(probability: number): boolean;
  /** One of a list that must not be empty. */
  pick<T>(list: readonly T[]): T;
  /** Roughly standard normal: sum of six uniforms, so never beyond ±4.25; only + − × are used, hence exact everywhere. */
  normal(): number;
}

export function chance(seed: number | string): Chance {
  const label = String(seed);
  let h = 0x811c9dc5;
  for (let i = 0; i < label.length; i++) h = Math.imul(h ^ label.charCodeAt(i), 0x01000193);
  let a = h | 0;
  let b = Math.imul(h ^ 0x9e3779b9, 0x85ebca6b) | 0;
  let c = Math.imul(h ^ 0x7f4a7c15, 0xc2b2ae35) | 0;
  let d = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  const unit = (): number => next() / 4294967296;
  const below = (n: number): number => Math.floor(unit() * n);
  return {
    unit,
    below,
    between: (low, high) => low + unit() * (high - low),
    happens: (probability) => unit() < probability,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('chance.pick: the list is empty');
      return list[below(list.length)] as T;
    },
    normal() {
      let sum = 0;
      for (let i = 0; i < 6; i++) sum += unit();
      return (sum - 3) * Math.SQRT2;
    },
  };
}

/** Draws indices in proportion to fixed weights by bisection over their running sum. */
export function weightedIndex(weights: readonly number[]): (chance: Chance) => number {
  const sums: number[] = [];
  let total = 0;
  for (const weight of weights) {
    total += weight;
    sums.push(total);
  }
  if (!(total > 0)) throw new RangeError('weightedIndex: the weights add up to nothing');
  return (source) => {
    const target = source.unit() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
