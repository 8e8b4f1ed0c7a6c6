import { type Fact, finderOf, isCeiling, scaledUnit, tokensOf, unitsAgree } from '../compare/index.ts';
import type { Finding, Target } from '../report.ts';
import { type Known, raise } from './finding.ts';

/** Below this fit the target and the result may be two things. */
const leastFit = 0.78;

/** A target less than a tenth below last year's result keeps its pace; only one further below is told. */
const noticeable = 1.1;

/**
 * Targets of the coming year held against the results of the last one in the same report: a target lower than what was already
 * reached, and a target that is last year's result again. Rates are left out: a lower rate is no lower number. A target that body
 * and appendix both state is one finding with both places.
 */
export function lastResults(known: Known, results: readonly Fact[]): Finding[] {
  const find = finderOf(results);
  const pairs = new Map<Fact, Target[]>();
  for (const target of known.targets) {
    const found = isHeld(target) ? find(target) : undefined;
    if (found?.fact.quantity === undefined || found.bar !== undefined || found.fit < leastFit || found.fact.inherited)
      continue;
    if (found.foundBy === 'words' && !isOneUnit(target.unit, found.fact.quantity.unit)) continue;
    const same = pairs.get(found.fact);
    if (same === undefined) pairs.set(found.fact, [target]);
    else if (same[0] !== undefined && scaled(same[0]) === scaled(target)) same.push(target);
  }
  const told = new Set<string>();
  return [...pairs].flatMap(([fact, targets]) => {
    const [target] = targets;
    const { quantity } = fact;
    if (target === undefined || quantity === undefined) return [];
    const [promised, reached] = [scaled(target), scaled(quantity)];
    const key = `${promised}:${reached}:${target.unit}`;
    if (told.has(key)) return [];
    told.add(key);
    const params = { target: target.value, targetUnit: target.unit, result: quantity.value, resultUnit: quantity.unit };
    if (promised === reached) return promised >= 10 ? [raise('resultIsTarget', params, [...targets, fact])] : [];
    return promised * noticeable < reached ? [raise('belowLastResult', params, [...targets, fact])] : [];
  });
}

function isHeld({ kind, comparator, metric, quote, stretchOf, unit, deadline }: Target): boolean {
  if (
    kind === 'growth' ||
    kind === 'share' ||
    comparator === '<=' ||
    stretchOf !== undefined ||
    isCeiling(metric + quote)
  )
    return false;
  return (
    (unit !== '' || tokensOf(metric).length > 2) &&
    tokensOf(metric).length > 0 &&
    !/-(?:0[1-9]|1[01])-/.test(deadline ?? '')
  );
}

/** Kin units (项 and 个) may count projects of two kinds; only persons are 人 or 名 as one likes. */
function isOneUnit(left: string, right: string): boolean {
  const agreed = unitsAgree(left, right);
  return agreed === 'same' || (agreed === 'kin' && /[人名]$/.test(left));
}

function scaled({ value, unit }: { readonly value: number; readonly unit: string }): number {
  return value * scaledUnit(unit).scale;
}
