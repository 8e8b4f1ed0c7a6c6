import { describe, expect, it } from 'vitest';
import { placeInTrail, readTrail } from './case-trail.ts';

const kept = (text: string) => ({ getItem: () => text });
const trail = { from: '/work/mine?state=filed', ids: ['a', 'b', 'c'] };

describe('the list a case was opened from', () => {
  it('knows the neighbours of a case', () => {
    expect(placeInTrail(trail, 'b')).toEqual({ index: 1, count: 3, next: 'c', previous: 'a' });
    expect(placeInTrail(trail, 'c')).toEqual({ index: 2, count: 3, next: undefined, previous: 'b' });
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
