import { describe, expect, it } from 'vitest';
import { addressOf, promiseOf } from './ground.ts';

describe('what a cell rests on', () => {
  it('opens where it is shown: values, evidence and changes on the page of their promise', () => {
    expect(addressOf({ kind: 'promise', id: 'p' })).toBe('/promises/p');
    expect(addressOf({ kind: 'observation', id: 'o', of: 'p' })).toBe('/promises/p#observation-o');
    expect(addressOf({ kind: 'clause', id: 'r/12', of: 'p' })).toBe('/promises/p#clause-r-12');
    expect(addressOf({ kind: 'bulletin', id: 'b' })).toBe('/bulletins/b');
    expect(addressOf({ kind: 'case', id: 'c' })).toBe('/cases/c');
  });

  it('opens nowhere where it has no page, or does not say whose it is', () => {
    expect(addressOf({ kind: 'unit', id: 'u' })).toBeNull();
    expect(addressOf({ kind: 'revision', id: 'r' })).toBeNull();
  });

  it('knows its promise', () => {
    expect(promiseOf({ kind: 'promise', id: 'p' })).toBe('p');
    expect(promiseOf({ kind: 'indicator', id: 'i', of: 'p' })).toBe('p');
    expect(promiseOf({ kind: 'unit', id: 'u' })).toBeUndefined();
  });
});
