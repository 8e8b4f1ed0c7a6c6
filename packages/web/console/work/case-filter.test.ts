import { parseText } from '@huying/kit/condition';
import { describe, expect, it } from 'vitest';
import { cqlOf, DUE_FILTERS, filterOf, isFiltered, listAddress, NO_FILTER, searchOf } from './case-filter.ts';

const HOUR = '2026-07-01T01:00:00.000Z/2026-07-01T02:00:00.000Z';

describe('the filter of a list', () => {
  it('is the CQL2 that the server reads', () => {
    const text = cqlOf({ ...NO_FILTER, state: 'filed', kind: 'complaint', words: '井盖' });
    expect(text).toBe("state = 'filed' AND kind = 'complaint'");
    for (const due of DUE_FILTERS) {
      const whole = cqlOf({ ...NO_FILTER, type: 'ticket', own: 'u', due, opened: HOUR }) ?? '';
      expect(parseText(whole)).toMatchObject({ op: 'and' });
      expect(whole).toContain("openedAt < TIMESTAMP('2026-07-01T02:00:00.000Z')");
    }
  });

  it('cannot be broken out of', () => {
    const text = cqlOf({ ...NO_FILTER, state: "x' OR state <> '", opened: "2026-07-01') OR TRUE/2026-07-02" });
    expect(parseText(text ?? '')).toMatchObject({ op: '=' });
  });

  it('says nothing where nothing is chosen, and nothing of a unit with what is below it', () => {
    expect(cqlOf({ ...NO_FILTER, unit: 'u', words: '井盖' })).toBeUndefined();
    expect(isFiltered(NO_FILTER)).toBe(false);
  });

  it('stands in the address and is read from it again', () => {
    const filter = { ...NO_FILTER, type: 'ticket', state: 'filed', unit: 'u', due: 'soon', opened: HOUR } as const;
    const address = listAddress('open', { ...filter, words: '井盖 & 路' });
    const [path, search] = address.split('?');
    expect(path).toBe('/work/open');
    expect(filterOf(new URLSearchParams(search))).toEqual({ ...filter, words: '井盖 & 路' });
    expect(new URLSearchParams(searchOf(NO_FILTER)).size).toBe(0);
  });

  it('leaves out what it cannot mean', () => {
    for (const search of ['due=toString', 'due=never', 'opened=yesterday', 'opened=2026-07-01', `opened=${HOUR}/x`])
      expect([search, filterOf(new URLSearchParams(search))]).toEqual([search, NO_FILTER]);
  });
});
