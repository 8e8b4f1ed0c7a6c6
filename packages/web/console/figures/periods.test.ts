import { expect, it } from 'vitest';
import { periodLines, periodsOf, periodText } from './periods.ts';

it('knows the quarter and the year around a month, and what they are called', () => {
  const around = periodsOf('2026-06');
  expect(around.map(({ start }) => start)).toEqual(['2026-06-01', '2026-04-01', '2026-01-01']);
  expect(around.map((one) => periodText(one, 'zh'))).toEqual(['2026年6月', '2026年第2季度', '2026年']);
  expect(around.map((one) => periodText(one, 'en'))).toEqual(['Jun 2026', 'Q2 2026', '2026']);
});

it('tells of each period once, whether it was frozen, released or both', () => {
  const frozen = {
    period: 'month',
    start: '2026-06-01',
    frozenBy: '甲',
    reason: null,
    at: '2026-07-05T00:00:00Z',
  } as const;
  const release = { releasedOn: '2026-07-18', document: null } as const;
  const lines = periodLines({
    frozen: [frozen],
    releases: [
      { period: 'month', start: '2026-06-01', ...release },
      { period: 'quarter', start: '2026-04-01', ...release },
    ],
  });
  expect(lines.map(({ period, frozen: by, release: on }) => [period, by !== null, on !== null])).toEqual([
    ['month', true, true],
    ['quarter', false, true],
  ]);
});
