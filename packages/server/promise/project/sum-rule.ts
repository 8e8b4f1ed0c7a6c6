/** What must be the sum of what: 地区生产总值 = 第一产业 + 第二产业 + 第三产业. Codes of figures. */
export interface SumRule {
  readonly id: string;
  readonly total: string;
  readonly parts: readonly string[];
  /** By how much parts rounded one by one may miss the total, in the figure's unit. */
  readonly tolerance: number;
}

/** How a sum stands: it holds, it misses by `difference` (total less parts), or it cannot be told because some of it is not there. */
export type SumStanding =
  | { readonly rule: SumRule; readonly is: 'held'; readonly difference: number }
  | {
      readonly rule: SumRule;
      readonly is: 'missed';
      readonly total: number;
      readonly sum: number;
      readonly difference: number;
    }
  | { readonly rule: SumRule; readonly is: 'open'; readonly missing: readonly string[] };

/** Looks at every rule that has to do with one of the figures changed; a rule none of whose figures changed was looked at before. */
export function standingOfSums(
  rules: readonly SumRule[],
  values: ReadonlyMap<string, number>,
  changed: ReadonlySet<string>,
): readonly SumStanding[] {
  return rules
    .filter(({ total, parts }) => [total, ...parts].some((code) => changed.has(code)))
    .map((rule): SumStanding => {
      const missing = [rule.total, ...rule.parts].filter((code) => !values.has(code));
      if (missing.length > 0) return { rule, is: 'open', missing };
      const total = values.get(rule.total) ?? 0;
      const sum = exactSum(rule.parts.map((part) => values.get(part) ?? 0));
      const difference = exactSum([total, -sum]);
      if (Math.abs(difference) <= rule.tolerance) return { rule, is: 'held', difference };
      return { rule, is: 'missed', total, sum, difference };
    });
}

/** Six decimals are kept of a figure: sums are made of whole millionths, so that 0.1 + 0.2 = 0.3. */
export function exactSum(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.round(value * 1_000_000), 0) / 1_000_000;
}

/** Reads the rules a district set; whatever is not one is left out. */
export function sumRulesIn(value: unknown): readonly SumRule[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    const { id, total, parts, tolerance } = (one ?? {}) as Partial<Record<keyof SumRule, unknown>>;
    if (typeof total !== 'string' || !Array.isArray(parts) || parts.length === 0) return [];
    if (!parts.every((part) => typeof part === 'string')) return [];
    const name = typeof id === 'string' ? id : total;
    return [{ id: name, total, parts: parts as string[], tolerance: typeof tolerance === 'number' ? tolerance : 0.01 }];
  });
}
