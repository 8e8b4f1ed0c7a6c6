/** How numbers are rounded, one rule per paper, declared on it. `up`: 四舍五入, halves away from zero. `even`: GB/T 8170, halves to the even digit. */
export interface RoundingRule {
  readonly decimals: number;
  readonly half: 'up' | 'even';
}

/** Rounds by the digits as they are written: 1.005 to two places is 1.01. */
export function roundWith({ decimals, half }: RoundingRule, x: number): number {
  const shifted = shift(Math.abs(x), decimals);
  const floor = Math.floor(shifted);
  const rest = shifted - floor;
  const up = rest > 0.5 || (rest === 0.5 && (half === 'up' || floor % 2 === 1));
  const rounded = shift(up ? floor + 1 : floor, -decimals);
  return x < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Moves the decimal point without the error of a multiplication. */
function shift(x: number, places: number): number {
  const [digits, exponent = '0'] = String(x).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/**
 * Shares in per cent that total exactly 100 at the given decimals: each rounded down, what is left goes to the largest remainders, among
 * equal ones to the larger part, then to the earlier. A paper that uses it says so. Null where the parts sum to 0.
 */
export function largestRemainder(parts: readonly number[], decimals: number): readonly number[] | null {
  if (!parts.some((part) => part > 0)) return null;
  return largestRemainderOf(10 ** (decimals + 2), parts).map((units) => shift(units, -decimals));
}

/** Distributes a whole number of units by parts; negative parts get nothing. */
export function largestRemainderOf(units: number, parts: readonly number[]): readonly number[] {
  const weights = parts.map((part) => Math.max(part, 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const quotas = weights.map((weight, at) => {
    const quota = total > 0 ? (units * weight) / total : 0;
    return { at, weight, floor: Math.floor(quota), rest: quota - Math.floor(quota) };
  });
  const left = total > 0 ? units - quotas.reduce((sum, { floor }) => sum + floor, 0) : 0;
  const order = [...quotas].sort((a, b) => b.rest - a.rest || b.weight - a.weight || a.at - b.at);
  const lucky = new Set(order.slice(0, left).map(({ at }) => at));
  return quotas.map(({ at, floor }) => floor + (lucky.has(at) ? 1 : 0));
}
