import { describe, expect, it } from 'vitest';
import { areMeasured, countsByLight, groupsOf, inOrder } from './promise-groups.ts';
import { rowOf } from './sample-row.ts';

const water = { id: 'w', name: { zh: '水务局', en: 'Water Bureau' } };

describe('the groups of the year', () => {
  it('come as their headings come up, those without a heading last', () => {
    const rows = [rowOf({ lead: null }), rowOf({ lead: water }), rowOf({ lead: null })];
    expect(groupsOf(rows, 'unit').map(({ key, rows: those }) => [key, those.length])).toEqual([
      ['w', 1],
      ['', 2],
    ]);
  });

  it('hold every promise once, whatever they are put in order by', () => {
    const rows = [rowOf({ section: '稳增长' }), rowOf({ section: null }), rowOf({ section: '稳增长' })];
    for (const by of ['leader', 'section', 'kind', 'unit', 'none'] as const) {
      expect(groupsOf(rows, by).flatMap((group) => group.rows)).toHaveLength(3);
    }
  });
});

describe('the counts by light', () => {
  it('add up to all, those without data among them', () => {
    const rows = [
      rowOf({ light: 'green' }),
      rowOf({ light: null }),
      rowOf({ light: 'red' }),
      rowOf({ light: 'green' }),
    ];
    const counts = countsByLight(rows);
    expect(counts).toEqual([
      ['red', 1],
      ['green', 2],
      ['none', 1],
    ]);
    expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(rows.length);
  });

  it('leave out those whose light the reader is not shown, and tell what is only followed apart', () => {
    const path = [0.1, 0.2];
    const rows = [
      rowOf({ light: 'green', path }),
      rowOf({ light: 'followed', path }),
      rowOf({ light: null, path }),
      rowOf({ light: null, path: [] }),
    ];
    expect(countsByLight(rows)).toEqual([
      ['green', 1],
      ['followed', 1],
      ['none', 1],
    ]);
  });
});

describe('the order', () => {
  it('puts the gravest light first and no data last, and what has no date after what has', () => {
    const rows = [
      rowOf({ number: '3', light: null, due: null }),
      rowOf({ number: '2', light: 'green', due: '2026-12-31' }),
      rowOf({ number: '1', light: 'red', due: '2026-06-30' }),
    ];
    expect(inOrder(rows, 'light').map(({ number }) => number)).toEqual(['1', '2', '3']);
    expect(inOrder(rows, 'due').map(({ number }) => number)).toEqual(['1', '2', '3']);
    expect(inOrder(rows, 'number').map(({ number }) => number)).toEqual(['1', '2', '3']);
  });
});

describe('a reader', () => {
  const bare = { light: null, rate: null, path: [], sparkline: [] };

  it('who is shown neither lights nor figures is not told that there is no data', () => {
    expect(areMeasured([rowOf(bare), rowOf(bare)])).toBe(false);
  });

  it('who is shown them sees also which have none', () => {
    expect(areMeasured([rowOf(bare), rowOf({ ...bare, light: 'red' })])).toBe(true);
    expect(areMeasured([])).toBe(true);
  });
});
