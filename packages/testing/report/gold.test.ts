import { read } from '@huying/reader';
import { describe, expect, it } from 'vitest';
import { f1Of, goldIsMissing, goldIsThere, goldOf, rateOf, scoreCompletion, scoreTargets, sumOf } from './index.ts';

const only = goldIsThere ? '' : ` (${goldIsMissing})`;

/** What a reader of reports is held to. */
const least = { f1: 0.97, unit: 0.97, comparator: 0.97, kind: 0.93, deadline: 0.95 };

describe.skipIf(!goldIsThere).each(['given', 'train'] as const)(`the reader on the %s readings${only}`, (set) => {
  const gold = goldIsThere ? goldOf(set) : [];
  const reports = gold.map((one) => ({ one, report: read(one.text) }));
  const score = sumOf(reports.map(({ one, report }) => scoreTargets(report.targets, one)));
  const told = score.misses.map(({ report, what, start, note }) => `${report} ${start} ${what}: ${note}`).join('\n');

  it('finds the targets and nothing else', () => {
    expect(f1Of(score), told).toBeGreaterThanOrEqual(least.f1);
  });

  it('takes no result of the past for a target', () => {
    expect(score.falseResults, told).toBe(0);
  });

  it.each(['unit', 'comparator', 'kind', 'deadline'] as const)('reads the %s of what it finds', (field) => {
    expect(rateOf(score.fields[field]), told).toBeGreaterThanOrEqual(least[field]);
  });

  it('reads the rows of tables of completion', () => {
    for (const { one, report } of reports) {
      const { found, number, status, results, outcomes } = scoreCompletion(report.completion, one);
      for (const share of [found, number, status, results, outcomes]) expect(share.right, one.report).toBe(share.of);
    }
  });
});

describe.skipIf(!goldIsThere)(`the readings${only}`, () => {
  it.each(['given', 'train', 'held-out'] as const)(
    '%s: lie inside their texts, and their values in their words',
    (set) => {
      for (const { text, targets, regions, negatives, completion } of goldOf(set)) {
        const characters = Array.from(text);
        const words = (start: number, end: number) => characters.slice(start, end).join('');
        for (const { start, end, value, optional } of targets)
          if (optional !== true) expect(words(start, end)).toContain(String(value));
        for (const { offset, number } of negatives) expect(words(offset, offset + number.length)).toBe(number);
        for (const { start, end } of [...regions, ...completion, ...completion.flatMap(({ results }) => results)]) {
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(characters.length);
        }
        for (const { start } of targets.filter(({ optional }) => optional !== true))
          expect(regions.some((region) => region.start <= start && start < region.end)).toBe(true);
      }
    },
  );

  it('share no place between those to learn from and those held out', () => {
    const places = (set: 'train' | 'held-out') =>
      goldOf(set).flatMap(({ report, regions }) => regions.map((region) => ({ report, ...region })));
    for (const kept of places('held-out'))
      for (const open of places('train').filter(({ report }) => report === kept.report))
        expect(kept.end <= open.start || open.end <= kept.start).toBe(true);
  });
});
