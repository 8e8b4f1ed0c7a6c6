import type { FoundQuantity } from '../quantity/index.ts';

/** A number with the unit as written. */
export interface Measure {
  readonly value: number;
  readonly unit: string;
}

const counted: ReadonlySet<FoundQuantity['form']> = new Set([
  'count',
  'money',
  'percent',
  'points',
  'measure',
  'duration',
  'multiple',
]);

/** The number a target text is about: its first that counts something. */
export function chiefOf(quantities: readonly FoundQuantity[]): FoundQuantity | undefined {
  return quantities.find(({ form, frequency }) => counted.has(form) && frequency === undefined) ?? quantities[0];
}

/** The number of a result that answers the target: same unit before same form; a cell that is a bare number takes the target's unit. Of many numbers without a target none is the answer. */
export function answerOf(
  text: string,
  quantities: readonly FoundQuantity[],
  target: FoundQuantity | undefined,
): Measure | undefined {
  const bare = /^[约逾超近]?(\d[\d,，]*(?:\.\d+)?)$/.exec(text.trim())?.[1];
  if (bare !== undefined) return { value: Number(bare.replaceAll(/[,，]/g, '')), unit: target?.unit ?? '' };
  if (target === undefined) return quantities.length === 1 ? measureOf(chiefOf(quantities)) : undefined;
  const same = quantities.filter(({ unit, form }) => unit === target.unit && form === target.form);
  return measureOf(same[0] ?? (quantities.length === 1 ? quantities[0] : undefined));
}

function measureOf(quantity: FoundQuantity | undefined): Measure | undefined {
  return quantity === undefined ? undefined : { value: quantity.value, unit: quantity.unit };
}
