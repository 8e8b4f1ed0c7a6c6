import { describe, expect, it } from 'vitest';
import type { SheetLine } from '../../client/index.ts';
import { blockOf, draftOf, entriesOf, isChanged, keyOf, needsReason, numberIn, pasted } from './sheet-cells.ts';

const line = (indicator: string, more: Partial<SheetLine> = {}): SheetLine => ({
  promise: 'p',
  number: 'ZB-1',
  title: '一',
  kind: 'indicator',
  indicator,
  label: indicator,
  unit: '亿元',
  decimals: 2,
  askedUnit: null,
  target: null,
  now: null,
  lastMonth: null,
  lastYear: null,
  askedAt: null,
  answered: false,
  measure: null,
  may: true,
  barred: null,
  sparkline: [],
  ...more,
});
const kept = {
  value: 10,
  growth: null,
  asOf: '2026-06-30',
  source: 'self',
  standing: 'provisional',
  by: '甲',
  at: '',
} as const;
const lines = [line('a'), line('b', { may: false }), line('c', { now: kept })];

describe('a block pasted', () => {
  it('goes down and to the right, past what may not be entered', () => {
    const drafts = pasted(
      lines,
      new Map(),
      { key: keyOf(lines[0] as SheetLine), column: 'value' },
      '1\t2\r\n3\t4\r\n5\t6\r\n',
    );
    expect([...drafts].map(([key, { value, growth }]) => [key, value, growth])).toEqual([
      ['p a', '1', '2'],
      ['p c', '5', '6'],
    ]);
  });

  it('that is wider than the sheet loses what has no column', () => {
    const drafts = pasted(lines, new Map(), { key: 'p a', column: 'growth' }, '1\t2\t3');
    expect(drafts.get('p a')).toMatchObject({ value: '', growth: '1' });
  });

  it('ends with its last line break', () => {
    expect(blockOf('1\n2\n')).toEqual([['1'], ['2']]);
    expect(blockOf('1\n\n2')).toEqual([['1'], [''], ['2']]);
  });
});

describe('a line', () => {
  const [first, , third] = lines as [SheetLine, SheetLine, SheetLine];

  it('is sent when it says something else than what is kept, and a blank never', () => {
    expect(isChanged(third, draftOf(third))).toBe(false);
    const drafts = new Map([
      ['p a', { ...draftOf(first), value: ' ' }],
      ['p c', { ...draftOf(third), value: '11', reason: '漏计' }],
    ]);
    expect(entriesOf(lines, drafts)).toEqual([
      { key: 'p c', promise: 'p', indicator: 'c', value: '11', standing: 'provisional', reason: '漏计' },
    ]);
  });

  it('asks why where it corrects, not where it is the first or becomes final', () => {
    expect(needsReason(third, { ...draftOf(third), value: '11' }, false)).toBe(true);
    expect(needsReason(third, { ...draftOf(third), value: '11', standing: 'final' }, false)).toBe(false);
    expect(needsReason(first, { ...draftOf(first), value: '1' }, false)).toBe(false);
    expect(needsReason(first, { ...draftOf(first), value: '1' }, true)).toBe(true);
  });
});

it('numbers are read as people type them', () => {
  expect(numberIn('1,234.5')).toBe(1234.5);
  expect(numberIn('４．６%')).toBe(4.6);
  expect(numberIn('')).toBeUndefined();
  expect(numberIn('约10')).toBeUndefined();
});
