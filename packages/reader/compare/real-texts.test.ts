import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from '../index.ts';
import { compare } from './index.ts';

/** Real texts are kept outside the repository. */
const folder = new URL('../../../../shared/data/reports/', import.meta.url);
const isHere = existsSync(folder);
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8');

interface Pair {
  readonly set: string;
  readonly target_report: string;
  readonly target_quote: string;
  readonly target_value: number;
  readonly outcome_report: string;
  readonly outcome_quote: string;
  readonly actual_value: number | null;
  readonly met: boolean;
}

describe.skipIf(!isHere)('three years of one city (skipped: ../shared/data/reports is not here)', () => {
  const pairs: readonly Pair[] = isHere
    ? textOf('gold-completion.jsonl')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .filter(({ set }: Pair) => set === 'chain')
    : [];

  it.each(pairs.map((pair) => [pair.target_quote, pair] as const))('%s is answered', (_, pair) => {
    const after = textOf(pair.outcome_report);
    const answers = compare(read(textOf(pair.target_report)), read(after));
    const answer = answers.find(
      ({ promise: { quote, value } }) =>
        value === pair.target_value && (pair.target_quote.includes(quote) || quote.includes(pair.target_quote)),
    );
    expect(answer?.verdict).toBe(pair.met ? 'met' : 'missed');
    expect(answer?.outcome?.value).toBe(pair.actual_value ?? undefined);
    const { start = 0, end = 0, quote } = answer?.outcome ?? {};
    expect([...after].slice(start, end).join('')).toBe(quote);
    expect(pair.outcome_quote).toContain(quote);
  });
});
