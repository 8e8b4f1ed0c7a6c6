import type { Position } from '@huying/kit/map';
import type { DecodedTile, Feature } from './decoded-tile.ts';

/** The name of an area and where on the square map it is written. */
export interface AreaName {
  readonly code: string;
  readonly level: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly at: Position;
  /** How wide it is, as a share of the map. */
  readonly width: number;
}

/** The areas that are seen, each once however many tiles it lies on. */
export function areaNames(tiles: readonly DecodedTile[]): readonly AreaName[] {
  const boxes = new Map<string, { feature: Feature; left: number; right: number; top: number; bottom: number }>();
  for (const feature of tiles.flatMap(({ features }) => features)) {
    const code = String(feature.tags.code);
    const box = boxes.get(code) ?? { feature, left: 1, right: 0, top: 1, bottom: 0 };
    for (const { x, y } of feature.rings.flat()) {
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
    boxes.set(code, box);
  }
  return [...boxes].map(([code, { feature, left, right, top, bottom }]) => ({
    code,
    level: String(feature.tags.level),
    name: nameOf(feature),
    at: { x: (left + right) / 2, y: (top + bottom) / 2 },
    width: right - left,
  }));
}

const FINEST = ['cell', 'community', 'street'];

/** The name of the finest area drawn around a place; undefined outside all of them. */
export function areaAt(
  tiles: readonly DecodedTile[],
  at: Position,
): { readonly zh: string; readonly en: string } | undefined {
  const around = tiles
    .filter(({ tile }) => Math.floor(at.x * 2 ** tile.z) === tile.x && Math.floor(at.y * 2 ** tile.z) === tile.y)
    .flatMap(({ features }) => features)
    .filter(({ rings }) => contains(rings, at))
    .sort((a, b) => FINEST.indexOf(String(a.tags.level)) - FINEST.indexOf(String(b.tags.level)));
  return around[0] && nameOf(around[0]);
}

/** Even-odd: holes are left out. */
function contains(rings: Feature['rings'], { x, y }: Position): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [a, b] = [ring[i] as Position, ring[i + 1] as Position];
      if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
    }
  }
  return inside;
}

function nameOf({ tags }: Feature): { readonly zh: string; readonly en: string } {
  return { zh: String(tags.name ?? tags.code), en: String(tags.nameEn ?? tags.name ?? tags.code) };
}
