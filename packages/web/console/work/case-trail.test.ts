import { describe, expect, it } from 'vitest';
import { keepTrail, placeInTrail, readTrail } from './case-trail.ts';

const kept = (text: string) => ({ getItem: () => text });
const trail = { from: '/work/mine?state=filed', ids: ['a', 'b', 'c'], whole: true };

describe('the list a case was opened from', () => {
  it('knows the neighbours of a case', () => {
    const all = { loaded: 3, whole: true };
    expect(placeInTrail(trail, 'b')).toEqual({ index: 1, ...all, next: 'c', previous: 'a' });
    expect(placeInTrail(trail, 'c')).toEqual({ index: 2, ...all, next: undefined, previous: 'b' });
  });

  it('does not take what was loaded, or what is kept of it, for the whole list', () => {
    let kept = '';
    const store = {
      setItem: (_: string, text: string) => {
        kept = text;
      },
      getItem: () => kept,
    };
    const read = (count: number, whole: boolean) => {
      keepTrail({ from: '/work', ids: Array.from({ length: count }, (_, at) => `${at}`), whole }, store);
      const { loaded, whole: isAll } = placeInTrail(readTrail(store), '0') ?? {};
      return [loaded, isAll];
    };
    expect(read(12, true)).toEqual([12, true]);
    expect(read(50, false)).toEqual([50, false]);
    expect(read(501, true)).toEqual([500, false]);
  });

  it('knows nothing of a case that was not in it', () => {
    expect(placeInTrail(trail, 'x')).toBeUndefined();
    expect(placeInTrail(undefined, 'a')).toBeUndefined();
  });

  it('is read only where it is one, and never leads to another site', () => {
    expect(readTrail(kept(JSON.stringify(trail)))).toEqual(trail);
    expect(readTrail(kept('{'))).toBeUndefined();
    expect(readTrail(kept('{"ids":1,"from":"/"}'))).toBeUndefined();
    expect(readTrail(kept('{"ids":[],"from":"https://elsewhere.example"}'))).toBeUndefined();
  });
});
