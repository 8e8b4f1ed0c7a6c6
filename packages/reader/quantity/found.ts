import type { NumberName, Quantity } from '../report.ts';

/** A quantity at its place in one sentence: `from` and `to` are UTF-16 indices of the sentence's clean text. */
export interface FoundQuantity extends Omit<Quantity, 'start' | 'end' | 'from'> {
  readonly from: number;
  readonly to: number;
  /** Where the digits alone begin and end. */
  readonly digitsFrom: number;
  readonly digitsTo: number;
  /** 由127项压减为13项: the value before, in this quantity's own scale (`from` of the report's quantity). */
  readonly before?: number;
  /** Every part of a ratio: 2.02 and 97.98. */
  readonly parts?: readonly number[];
  /**
   * A number that only serves another one: `base` is where a change began (由127项…, 在…17.8%的基础上), `criterion` says
   * which things are counted (10亿元以上项目20个). Neither is promised or achieved itself.
   */
  readonly serves?: 'base' | 'criterion';
}

/** A number that is not a quantity, at its place in one sentence. */
export interface FoundName extends Omit<NumberName, 'start' | 'end'> {
  readonly from: number;
  readonly to: number;
}
