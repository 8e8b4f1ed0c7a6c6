import { parseText } from '@huying/kit/condition';
import { describe, expect, it } from 'vitest';
import { cqlOf, filterOf, isFiltered, NO_FILTER, searchOf } from './case-filter.ts';

describe('the filter of a list', () => {
  it('is the CQL2 that the server reads', () => {
    const text = cqlOf({ state: 'filed', kind: 'complaint', unit: '', words: '井盖' });
    expect(text).toBe("state = 'filed' AND kind = 'complaint'");
    expect(() => parseText(text ?? '')).not.toThrow();
  });

  it('cannot be broken out of', () => {
    const text = cqlOf({ ...NO_FILTER, state: "x' OR state <> '" });
    expect(parseText(text ?? '')).toMatchObject({ op: '=' });
  });

  it('says nothing where nothing is chosen', () => {
    expect(cqlOf({ ...NO_FILTER, words: '井盖' })).toBeUndefined();
    expect(isFiltered(NO_FILTER)).toBe(false);
  });

  it('stands in the address and is read from it again', () => {
    const filter = { state: 'filed', kind: '', unit: 'u', words: '井盖 & 路' };
    expect(filterOf(new URLSearchParams(searchOf(filter)))).toEqual(filter);
  });
});
