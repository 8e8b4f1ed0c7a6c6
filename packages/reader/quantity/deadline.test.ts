import { describe, expect, it } from 'vitest';
import { deadlineIn } from './deadline.ts';

/** The deadline of the number N个 of a text. */
function due(text: string, year: number | undefined = 2024): string | null {
  const match = /\d+个/.exec(text);
  return deadlineIn(text, { from: match?.index ?? 0, to: (match?.index ?? 0) + (match?.[0].length ?? 0) }, year);
}

describe('deadlines', () => {
  it.each([
    ['年底前完成16个', '2024-12-31'],
    ['年内完成26个', '2024-12-31'],
    ['确保全年签约60个', '2024-12-31'],
    ['今年新增60个', '2024-12-31'],
    ['上半年完成10个', '2024-06-30'],
    ['三季度完成10个', '2024-09-30'],
    ['6月底前完成10个', '2024-06-30'],
    ['6月前完成10个', '2024-05-31'],
    ['9月15日前完成10个', '2024-09-15'],
    ['十一月底前完成10个', '2024-11-30'],
    ['2月底前完成10个', '2024-02-29'],
    ['明年一季度前建成5个', '2025-03-31'],
    ['到2027年建成5个', '2027-12-31'],
    ['2025年6月建成5个', '2025-06-30'],
    ['到“十四五”末达到50个', '2025-12-31'],
    ['三年内建成50个', '2026-12-31'],
    ['未来五年培育50个', '2028-12-31'],
    ['确保10个项目年内开工', '2024-12-31'],
  ])('%s: %s', (text, date) => {
    expect(due(text)).toBe(date);
  });

  it("a framing period rules the clauses after it, a deed's own limit does not", () => {
    expect(due('到2025年底，覆盖率达标，新建10个')).toBe('2025-12-31');
    expect(due('年内，新建10个')).toBe('2024-12-31');
    expect(due('年底前建成公园，新建10个')).toBeNull();
  });

  it('a colon closes what a lead-in says', () => {
    expect(due('今年的主要预期目标是：新建10个')).toBeNull();
    expect(due('年底前做到：新建10个')).toBeNull();
  });

  it('a year that only names the list is none', () => {
    expect(due('2024年十大民生实事，新建10个')).toBeNull();
  });

  it('what a number is compared with, counted from or measured over is none', () => {
    expect(due('比2030年翻一番，建成10个')).toBeNull();
    expect(due('2024年以来建成10个')).toBeNull();
    expect(due('1-11月建成10个')).toBeNull();
    expect(due('截至2024年底建成10个')).toBeNull();
  });

  it('a feast has no date of its own and an unknown year none at all', () => {
    expect(due('春节前完成10个')).toBeNull();
    expect(deadlineIn('年底前完成10个', { from: 5, to: 8 }, undefined)).toBeNull();
    expect(deadlineIn('到2027年完成10个', { from: 8, to: 11 }, undefined)).toBe('2027-12-31');
  });

  it('reads no day that the calendar does not have', () => {
    expect(due('2月30日前完成10个')).toBeNull();
    expect(due('13月底前完成10个')).toBeNull();
  });
});
