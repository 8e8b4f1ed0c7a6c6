import type { Target } from '../report.ts';
import type { Aspect, Fact } from './fact.ts';
import { type Mention, mentionsIn } from './indicator.ts';
import { unitsAgree } from './unit.ts';
import { likenessOf, tokensOf, type Weighed, weighing } from './words.ts';

/** The fact that answers best, and how well it fits (0…1). */
export interface Find {
  readonly fact: Fact;
  readonly fit: number;
  readonly foundBy: 'indicator' | 'words';
  /** Why the numbers cannot be held against each other. */
  readonly bar?: 'otherMeasure' | 'otherUnit' | 'otherIndicator';
}

export type Finder = (target: Target) => Find | undefined;

/** Indicators near enough to show beside each other, too far apart to judge by. */
const kin: Readonly<Record<string, readonly string[]>> = {
  unemployment: ['surveyedUnemployment', 'registeredUnemployment'],
  surveyedUnemployment: ['unemployment'],
  registeredUnemployment: ['unemployment'],
  budgetRevenue: ['revenue'],
  revenue: ['budgetRevenue'],
  income: ['urbanIncome'],
  urbanIncome: ['income'],
};

/** Below this likeness of words two metrics are two metrics. */
const leastLikeness = 0.55;
/** A token that stands in more facts than this tells nothing and would make the search quadratic. */
const mostPostings = 80;

/** Answers which fact a target meets: by indicator where both name one, else by words, weighted by rarity. */
export function finderOf(facts: readonly Fact[]): Finder {
  const byIndicator = new Map<string, Fact[]>();
  const byToken = new Map<string, number[]>();
  for (const [index, fact] of facts.entries()) {
    if (fact.indicator !== undefined) listed(byIndicator, fact.indicator.id).push(fact);
    for (const token of fact.tokens) listed(byToken, token).push(index);
  }
  const weigh = weighing(facts.map(({ tokens }) => tokens));
  const weighed = facts.map(({ tokens }) => weigh(tokens));
  return (target) => {
    const metric = target.metric === '' ? target.quote : target.metric;
    const indicator = mentionsIn(metric).at(-1) ?? mentionsIn(target.quote).at(-1);
    if (indicator === undefined) return byWords(target, weigh(tokensOf(metric)), facts, weighed, byToken);
    const same = bestOf(byIndicator.get(indicator.id) ?? [], target, modifier(metric, indicator));
    if (same !== undefined && same.bar === undefined) return same;
    for (const id of kin[indicator.id] ?? []) {
      const near = bestOf(byIndicator.get(id) ?? [], target, modifier(metric, indicator));
      if (near !== undefined && near.bar === undefined) return { ...near, bar: 'otherIndicator', fit: near.fit - 0.2 };
    }
    return same;
  };
}

function bestOf(facts: readonly Fact[], target: Target, own: readonly string[]): Find | undefined {
  let best: Find | undefined;
  for (const fact of facts) {
    const bar = barOf(target, fact);
    const indicator = fact.indicator as Mention;
    const narrower = differs(own, modifier(fact.subject, indicator));
    const fit =
      0.95 - (narrower ? 0.4 : 0) - periodLoss(fact) - (fact.inherited ? 0.03 : 0) - (bar === undefined ? 0 : 0.2);
    if (fit >= 0.5 && (best === undefined || fit > best.fit)) {
      best = { fact, fit, foundBy: 'indicator', ...(bar === undefined ? {} : { bar }) };
    }
  }
  return best;
}

function byWords(
  target: Target,
  words: Weighed,
  facts: readonly Fact[],
  weighed: readonly Weighed[],
  byToken: ReadonlyMap<string, readonly number[]>,
): Find | undefined {
  const near = new Set<number>();
  for (const token of words.tokens.keys()) {
    const postings = byToken.get(token) ?? [];
    if (postings.length <= mostPostings) for (const index of postings) near.add(index);
  }
  let best: Find | undefined;
  for (const index of near) {
    const fact = facts[index];
    const against = weighed[index];
    if (fact === undefined || against === undefined || fact.indicator !== undefined) continue;
    const bar = barOf(target, fact);
    const fit = likenessOf(words, against) - periodLoss(fact) - (bar === undefined ? 0 : 0.2);
    if (fit >= leastLikeness && (best === undefined || fit > best.fit)) {
      best = { fact, fit, foundBy: 'words', ...(bar === undefined ? {} : { bar }) };
    }
  }
  return best;
}

function periodLoss(fact: Fact): number {
  return fact.otherPeriod ? 0.35 : 0;
}

function barOf(target: Target, fact: Fact): Find['bar'] {
  if (fact.quantity === undefined) return undefined;
  if (aspectOfTarget(target) !== fact.aspect || (target.kind === 'new' && isStock(fact))) return 'otherMeasure';
  return unitsAgree(target.unit, fact.quantity.unit) === 'different' ? 'otherUnit' : undefined;
}

/** 累计建成5.4万个 does not say how many came this year. */
function isStock({ quantity, subject }: Fact): boolean {
  return quantity?.cumulative === true || /累计|总数|总量/.test(subject);
}

export function aspectOfTarget({ kind, unit }: Pick<Target, 'kind' | 'unit'>): Aspect {
  if (kind === 'growth') return 'rate';
  return unit === '%' || kind === 'share' ? 'share' : 'amount';
}

/** What narrows an indicator: the words right before it (新片区 of 新片区规上工业总产值). */
function modifier(text: string, { from }: Mention): readonly string[] {
  const before = text.slice(0, from);
  return tokensOf(
    before.slice(Math.max(before.lastIndexOf('、'), before.lastIndexOf('，'), before.lastIndexOf('：')) + 1),
  );
}

function differs(left: readonly string[], right: readonly string[]): boolean {
  if (left.length === 0 && right.length === 0) return false;
  const shared = left.filter((token) => right.includes(token)).length;
  return shared * 2 < Math.max(left.length, right.length);
}

function listed<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key) ?? [];
  if (list.length === 0) map.set(key, list);
  return list;
}
