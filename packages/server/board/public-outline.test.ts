import { describe, expect, it } from 'vitest';
import { placeOn } from './public-outline.ts';

const drawing = { width: 1000, height: 500, plane: { west: 113, north: 23, across: 10_000, down: 10_000 } };

describe('a point on the outline of the district', () => {
  it('lies east of the west edge and south of the north edge', () => {
    expect(placeOn(drawing, 113.01, 22.98)).toEqual({ x: 100, y: 200 });
  });

  it('beside the drawing is none, and so it is without a drawing', () => {
    expect(placeOn(drawing, 112.9, 22.98)).toBeNull();
    expect(placeOn(drawing, 113.01, 22.9)).toBeNull();
    expect(placeOn({ ...drawing, plane: null }, 113.01, 22.98)).toBeNull();
  });
});
