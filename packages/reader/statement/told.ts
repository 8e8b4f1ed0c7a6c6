import type { Step } from './course.ts';

/** A sentence that names a time and tells so plainly what was done in it that the title above it no longer counts. */
const DATED = /去年|上年|前年|过去[的一]|20\d\d年|季度|上半年|前(?:[一-九\d]|十|十一)个?月/;
const OPENS_AT = -3;
const CLOSES_AT = 2;
/** 达910.6亿元、增长11.7%: behind such an opening an amount with its rate is a result. */
const AMOUNT_WITH_RATE =
  /(?:达到?|完成|实现|为)?\d[\d.]*[万亿]*[^，,、。；\d]{1,6}[，,、][^，,、。；\d]{0,4}(?:增长|下降)\d/;
const BY_PAIR = -2;
/** As far as the words of a sentence are weighed. */
const HEAD = 800;

/**
 * What the places of the sentences say, without the titles above paragraphs that plainly tell of last year (坪山区2021年实现了…。
 * 全年地区生产总值达…): from such an opening to the paragraph's end no sentence that tells as well is held by its title.
 */
export function priorsOf(steps: readonly Step[], weights: readonly number[]): readonly number[] {
  let paragraph = -1;
  let isTold = false;
  return steps.map(({ prior, text, paragraph: own }, at) => {
    const weight = weights[at] ?? 0;
    if (own !== paragraph || weight >= CLOSES_AT) isTold = false;
    paragraph = own;
    if (weight <= OPENS_AT && DATED.test(text)) isTold = true;
    if (!isTold) return prior;
    const paired = AMOUNT_WITH_RATE.test(text.slice(0, HEAD));
    if (weight >= 0 && !paired) return prior;
    return Math.min(prior, 0) + (paired ? BY_PAIR : 0);
  });
}
