import { describe, expect, it } from 'vitest';
import type { RegistryView } from '../registry/index.ts';
import { drawingOf } from './area-outline.ts';

const square = (west: number, south: number, size: number) =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  });

/** Areas by code with their outlines; what lies below one is named by it: `a`, `a/1`. */
const registryOf = (areas: Record<string, unknown>) =>
  ({
    last: (_: string, code: string) => ({ data: { polygon: areas[code] } }),
    children: (_: string, parent: string) =>
      Object.keys(areas)
        .filter((code) => code.slice(0, code.lastIndexOf('/')) === parent && code.includes('/'))
        .map((code) => ({ code })),
  }) as unknown as RegistryView;

describe('a drawing of areas', () => {
  it('is true to shape at its own latitude, north up', () => {
    const registry = registryOf({ a: square(113, 60, 0.02), b: square(113, 60, 0.01) });
    const { width, height, outlines } = drawingOf(registry, ['a', 'b'], 0);
    // At 60 degrees a degree of longitude is half a degree of latitude.
    expect([width, Math.round(height / 10)]).toEqual([1000, 200]);
    const low = /^M0 (\d+)/.exec(outlines[0]?.path ?? '')?.[1];
    expect(Math.abs(Number(low) - height)).toBeLessThanOrEqual(1);
    expect(outlines[0]?.path).toBe(`M0 ${low}L1000 ${low}L1000 0L0 0L0 ${low}Z`);
    expect(outlines[1]?.path.startsWith(`M0 ${low}L500`)).toBe(true);
  });

  it('lacks an area whose outline is broken or unknown, and no other', () => {
    const registry = registryOf({
      a: square(113, 23, 0.1),
      b: '{',
      c: undefined,
      d: '{"type":"Point","coordinates":[1,2]}',
    });
    const { outlines } = drawingOf(registry, ['a', 'b', 'c', 'd'], 0);
    expect(outlines.map(({ code, path }) => [code, path !== ''])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
      ['d', false],
    ]);
  });

  it('of an area without an outline of its own is that of what lies below it, however deep', () => {
    const registry = registryOf({
      a: undefined,
      'a/1': undefined,
      'a/1/1': square(113, 60, 0.01),
      'a/2': square(113.01, 60, 0.01),
      b: square(113.02, 60, 0.01),
      // The outline of its own is the better one: what lies below it may leave out a part.
      'b/1': square(113.02, 60, 0.001),
    });
    const { outlines } = drawingOf(registry, ['a', 'b'], 0);
    const rings = outlines.map(({ path }) => path.split('Z').length - 1);
    expect(rings).toEqual([2, 1]);
    const [low] = /\d+(?=L)/.exec(outlines[0]?.path ?? '') ?? [];
    expect(outlines[0]?.path.startsWith(`M0 ${low}L333 ${low}`)).toBe(true);
  });

  it('knows the middle of each area, and the plane it lies on', () => {
    const { plane, height, outlines } = drawingOf(registryOf({ a: square(113, 60, 0.02) }), ['a'], 0);
    expect(plane).toMatchObject({ west: 113, north: 60.02 });
    expect(outlines[0]?.middle).toEqual([500, Math.round((plane?.down ?? 0) * 0.01)]);
    expect(outlines[0]?.middle[1]).toBeLessThan(height);
  });

  it('is empty where nothing is known', () => {
    expect(drawingOf(registryOf({}), ['a'], 0).outlines).toEqual([{ code: 'a', path: '', middle: [0, 0] }]);
  });
});
