import { currentValue, type Day, observedAs, type Standing } from '@huying/kit/promise';
import type { InForce } from '../core/in-force.ts';
import { indicatorOf } from '../core/indicator-row.ts';
import type { IndicatorRecord, PromiseBundle } from '../core/promise-record.ts';
import type { IndicatorFacts } from './facts.ts';
import { targetWords } from './target-words.ts';

/** One indicator as it stands: from the one reckoning, with the row it rests on. */
export function indicatorFacts(
  bundle: PromiseBundle,
  inForce: InForce,
  row: IndicatorRecord,
  standing: Standing,
): IndicatorFacts {
  const { name, label, unit, decimals, aim, value: targetValue, stage } = row;
  const observed = bundle.observations.find(({ id }) => id === standing.observation);
  const before =
    standing.observedOn === null ? null : currentValue(bundle.observations, name, yearBefore(standing.observedOn));
  return {
    name,
    label,
    unit,
    decimals,
    aim,
    target: targetWords(row),
    targetValue,
    value: observed?.value ?? null,
    growth: observed?.growth ?? null,
    // A value of that very period only: an older one is no comparison.
    before:
      before !== null && standing.observedOn !== null && before.asOf === yearBefore(standing.observedOn)
        ? observedAs({ ...indicatorOf(row, inForce.promise), aim: { aim: 'followed' } }, before)
        : null,
    p: standing.p,
    e: standing.e,
    delta: standing.deltaPoints,
    margin: standing.margin,
    met: standing.met,
    expected: standing.expected,
    observation: standing.observation,
    observedOn: standing.observedOn,
    source: standing.source,
    standing: standing.standing,
    basis: observed?.basis ?? null,
    stage,
  };
}

function yearBefore(day: Day): Day {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0');
  return day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`;
}
