import type { CompletionRow, Report, SectionRole, Statement } from '../report.ts';
import { type Fact, factsOf } from './fact.ts';

const looksBack: ReadonlySet<SectionRole> = new Set(['retrospective', 'completion']);

/**
 * What a report says was reached: the facts of the part that looks back, whatever their words (低于年初预期目标 sounds like a target
 * and is none), without the column of a completion table that repeats last year's targets.
 */
export function resultsOf(report: Pick<Report, 'statements' | 'quantities' | 'completion'>): readonly Fact[] {
  const promises = startsOf(report.completion);
  return factsOf(report, (statement) => isResult(statement) && !promises.has(statement.start));
}

function isResult({ role, kind }: Statement): boolean {
  return looksBack.has(role) || kind === 'result';
}

function startsOf(rows: readonly CompletionRow[]): ReadonlySet<number> {
  return new Set(rows.flatMap(({ targetText }) => (targetText === undefined ? [] : [targetText.start])));
}
