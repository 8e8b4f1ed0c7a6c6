import { evidenceOf } from './evidence.ts';
import { priorsOf } from './told.ts';

/** What is known of one sentence before its neighbours are asked. */
export interface Step {
  /** What its place in the document says: below 0 past, above 0 ahead, 0 nothing. */
  readonly prior: number;
  readonly text: string;
  readonly paragraph: number;
  readonly heading: boolean;
}

/** Where a sentence was placed, and how sure its own words were of it. */
export interface Placing {
  readonly ahead: boolean;
  /** What its own words weigh for the side taken; below 0 they speak against it. */
  readonly support: number;
}

/** 去年、今年、2024年、截至, 主要预期目标是 at the head of a sentence: the speaker turns on purpose. */
const TURN =
  /^(?:各位代表[！!，,：:])?(?:此外[，,]|同时[，,])?(?:去年|上年|过去|回顾|[一三五]年来|近年来|截至|截止|目前|今年|明年|新的一年|下一步|接下来|今后|未来|到?20\d\d年|全年(?=要|将|力争)|[^，,。；;：:]{0,30}(?:预期|主要|奋斗)目标(?:建议)?[是为:：])/;

const WITHIN_PARAGRAPH = 2;
const BETWEEN_PARAGRAPHS = 1.5;
const AT_HEADING = 1;
const AT_TURN = 0;
/** 具体如下：, 抓好以下工作：: what the colon opens shares its time. */
const BEHIND_COLON = 3;

/** 在“百姓富”方面，提出…: parallel paragraphs share their time. */
const PARALLEL = /^(?:[一-龥]{1,4}[，,])?在[“"][^”"]{1,16}[”"]方面/;

/** What a course with a plan must gain over one without, where no part is known for a plan: a faint word makes no promise of results. */
const DOUBT = 3;

/**
 * The course of a text between what was done and what is to come: for every sentence the side that fits best the words of all,
 * where each change of side has its price, none where the speaker says that he turns. (The best path through two states,
 * one step a sentence.) A tie is taken for the past: a result read as a promise would be the worse mistake.
 */
export function courseOf(steps: readonly Step[], year: number | undefined): readonly Placing[] {
  const weights = steps.map(({ text }) => evidenceOf(text, year));
  const priors = priorsOf(steps, weights);
  /** Whether the best path to each side at this step came from the other one. */
  const turned: { readonly toPast: boolean; readonly toAhead: boolean }[] = [];
  let past = 0;
  let pastThroughout = 0;
  let ahead = 0;
  for (const [at, step] of steps.entries()) {
    const price = at === 0 ? Number.POSITIVE_INFINITY : priceOf(steps[at - 1] as Step, step);
    const toPast = ahead - price > past;
    const toAhead = past - price > ahead;
    turned.push({ toPast, toAhead });
    const weight = (weights[at] ?? 0) + (priors[at] ?? 0);
    pastThroughout -= weight;
    [past, ahead] = [(toPast ? ahead - price : past) - weight, (toAhead ? past - price : ahead) + weight];
  }
  const doubt = (steps[0]?.prior ?? 0) < 1 ? DOUBT : 0;
  if (Math.max(past, ahead) - pastThroughout <= doubt)
    return weights.map((weight) => ({ ahead: false, support: -weight }));
  let isAhead = ahead > past;
  const placings: Placing[] = [];
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const weight = weights[at] ?? 0;
    placings.push({ ahead: isAhead, support: isAhead ? weight : -weight });
    const turn = turned[at];
    if (isAhead ? turn?.toAhead : turn?.toPast) isAhead = !isAhead;
  }
  return placings.reverse();
}

function priceOf(before: Step, step: Step): number {
  if (/[:：]$/.test(before.text)) return BEHIND_COLON;
  if (PARALLEL.test(step.text) && PARALLEL.test(before.text)) return BEHIND_COLON;
  if (TURN.test(step.text)) return AT_TURN;
  if (step.heading) return AT_HEADING;
  return step.paragraph === before.paragraph ? WITHIN_PARAGRAPH : BETWEEN_PARAGRAPHS;
}
