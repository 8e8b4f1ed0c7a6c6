import type { Position } from '@huying/kit/map';
import type { Light } from '../../client/index.ts';
import { type Camera, onScreen, type View } from './camera.ts';
import type { DecodedTile, Feature } from './decoded-tile.ts';

/** The lights in the order of their weight. */
export const LIGHTS: readonly Light[] = ['red', 'yellow', 'green', 'paused', 'late', 'done'];

/** One case whose place is known. */
export interface Dot {
  readonly id: string;
  readonly number: string;
  readonly light: Light;
}

/** A circle on the map: one case, or several that lie together. */
export interface Spot {
  readonly key: string;
  /** On the square map. */
  readonly at: Position;
  /** In points of the screen. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly lights: Readonly<Partial<Record<Light, number>>>;
  /** The cases themselves, where they are told one by one. */
  readonly dots: readonly Dot[];
}

/** The radius of a circle in points of the screen: room for its number. */
export function radiusOf(count: number): number {
  return count === 1 ? 8 : Math.min(30, 11 + 3.4 * Math.log10(count) * 1.6);
}

/** What is seen of the tiles, as circles: where one would lie upon a larger, they are one. Largest first. */
export function spotsOf(tiles: readonly DecodedTile[], camera: Camera, view: View): readonly Spot[] {
  const all = tiles.flatMap(({ features }) => features.flatMap((feature) => spotOf(feature, camera, view)));
  all.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  const kept: Spot[] = [];
  for (const spot of all) {
    const near = kept.findIndex((one) => overlap(one, spot));
    if (near < 0) kept.push(spot);
    else kept[near] = together(kept[near] as Spot, spot);
  }
  const margin = 30;
  const seen = ({ x, y }: Spot) => x > -margin && y > -margin && x < view.width + margin && y < view.height + margin;
  return kept.filter(seen).sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

function spotOf({ tags, rings }: Feature, camera: Camera, view: View): readonly Spot[] {
  const at = rings[0]?.[0];
  if (at === undefined) return [];
  const { x, y } = onScreen(at, camera, view);
  const lights = Object.fromEntries(
    LIGHTS.flatMap((light) => (typeof tags[light] === 'number' ? [[light, tags[light]]] : [])),
  );
  if (typeof tags.count === 'number') {
    return [{ key: `${at.x} ${at.y}`, at, x, y, count: tags.count, lights, dots: [] }];
  }
  const light = LIGHTS.find((one) => one === tags.light);
  if (light === undefined) return [];
  const dot = { id: String(tags.id), number: String(tags.number), light };
  return [{ key: dot.id, at, x, y, count: 1, lights: { [light]: 1 }, dots: [dot] }];
}

function overlap(a: Spot, b: Spot): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < (radiusOf(a.count) + radiusOf(b.count)) * 0.8;
}

function together(a: Spot, b: Spot): Spot {
  const lights = Object.fromEntries(
    LIGHTS.flatMap((light) => {
      const count = (a.lights[light] ?? 0) + (b.lights[light] ?? 0);
      return count === 0 ? [] : [[light, count]];
    }),
  );
  // Only where every case is told one by one can all of them be.
  const whole = a.dots.length === a.count && b.dots.length === b.count;
  return { ...a, count: a.count + b.count, lights, dots: whole ? [...a.dots, ...b.dots] : [] };
}
