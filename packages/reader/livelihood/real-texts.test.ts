import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from '../index.ts';

/** Real texts are kept outside the repository. */
const folder = new URL('../../../../shared/data/reports/', import.meta.url);
const isHere = existsSync(folder);
const report = (name: string) => read(readFileSync(new URL(name, folder), 'utf8'));

interface Pair {
  readonly set: string;
  readonly target_report: string;
  readonly target_quote: string;
  readonly target_value: number;
  readonly unit: string;
  readonly comparator: string;
  readonly actual_value: number;
  readonly stated_ratio_pct: number;
}

describe.skipIf(!isHere)('real livelihood tables (skipped: ../shared/data/reports is not here)', () => {
  it('every row of the annotated completion table comes out exactly', () => {
    const pairs: readonly Pair[] = readFileSync(new URL('gold-completion.jsonl', folder), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ set }: Pair) => set === 'table');
    const rows = report('18-shanghai-2024-completion.txt').completion.map(
      ({ targetText, target, actual, statedPercent, status }) => ({
        quote: targetText?.text,
        target,
        actual,
        statedPercent,
        status,
      }),
    );
    expect(rows).toEqual(
      pairs.map((pair) => ({
        quote: pair.target_quote,
        target: { value: pair.target_value, unit: pair.unit, comparator: pair.comparator },
        actual: { value: pair.actual_value, unit: pair.unit },
        statedPercent: pair.stated_ratio_pct,
        status: undefined,
      })),
    );
  });

  it('a table with a status line before numbered results keeps both', () => {
    const rows = report('tianhe-2020.txt').completion;
    expect(
      rows.map(({ no, status, results }) => [no, status, results.filter((part) => part.no !== undefined).length]),
    ).toEqual([
      [1, 'done', 3],
      [2, 'done', 0],
      [3, 'done', 2],
      [4, 'done', 3],
      [5, 'basicallyDone', 4],
      [6, 'basicallyDone', 2],
      [7, 'done', 2],
      [8, 'done', 3],
      [9, 'done', 3],
      [10, 'done', 2],
    ]);
    expect(rows.map(({ domain }) => domain)).toContain('基本医疗与公共卫生');
  });

  it.each([
    ['04-chongqing-2026.txt', 15],
    ['05-shunde-2024.txt', 10],
    ['06-changning-2024.txt', 10],
    ['07-longgang-2024.txt', 10],
    ['tianhe-2020.txt', 10],
    ['yuexiu-2016.txt', 0],
    ['32-shanghai-2020.txt', 0],
  ])('%s lists %i items, numbered in order', (name, count) => {
    expect(report(name).items.map(({ no }) => no)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
  });
});
