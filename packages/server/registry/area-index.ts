import Flatbush from 'flatbush';
import { contains, metresPerDegree, metresToOutline, type Polygon, polygonsOf } from './polygon.ts';

/** The levels of a district's areas, from the finest. */
export type AreaLevel = 'cell' | 'community' | 'street';

/** One area of the district. `parent` is the code of the area it lies in; `geometry` is GeoJSON (Polygon or MultiPolygon, WGS 84) or null where only its parts are drawn. */
export interface Area {
  readonly code: string;
  readonly level: AreaLevel;
  readonly parent: string | null;
  readonly geometry: unknown;
}

/** The codes of the areas a point lies in; a level that is not drawn or not there is null. */
export interface Location {
  readonly cell: string | null;
  readonly community: string | null;
  readonly street: string | null;
}

/** Answers where a point lies, from memory. Coordinates are WGS 84 degrees, longitude first. */
export interface AreaIndex {
  /** The areas at a point, or null outside all of them. Where areas overlap, the finest level and then the lowest code wins. */
  locate(longitude: number, latitude: number): Location | null;
  /** Streets other than the point's own whose area comes within `metres` of it, in the order of their codes; the dispatcher is asked when there are any (≤ 30 m). */
  nearBorder(longitude: number, latitude: number, metres: number): readonly string[];
  readonly size: number;
}

interface Layer {
  readonly tree: Flatbush | null;
  readonly polygons: readonly Polygon[];
  readonly owners: readonly Location[];
}

/**
 * Builds the index of a district's areas.
 * @throws `registry.geometry` for a geometry that cannot be read.
 */
export function areaIndex(areas: readonly Area[]): AreaIndex {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const sorted = areas.filter((area) => area.geometry !== null).sort((a, b) => (a.code < b.code ? -1 : 1));
  const layers = (['cell', 'community', 'street'] as const).map((level) =>
    layerOf(
      sorted.filter((area) => area.level === level),
      byCode,
    ),
  );

  function locate(longitude: number, latitude: number): Location | null {
    for (const layer of layers) {
      const found = ownerAt(layer, longitude, latitude);
      if (found) return found;
    }
    return null;
  }

  function nearBorder(longitude: number, latitude: number, metres: number): readonly string[] {
    const own = locate(longitude, latitude)?.street ?? null;
    const dy = metres / metresPerDegree;
    const dx = dy / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
    const near = new Set<string>();
    for (const layer of layers) {
      for (const at of layer.tree?.search(longitude - dx, latitude - dy, longitude + dx, latitude + dy) ?? []) {
        const street = layer.owners[at]?.street;
        const polygon = layer.polygons[at];
        if (!street || !polygon || street === own || near.has(street)) continue;
        if (contains(polygon, longitude, latitude) || metresToOutline(polygon, longitude, latitude) <= metres) {
          near.add(street);
        }
      }
    }
    return [...near].sort();
  }

  return { locate, nearBorder, size: sorted.length };
}

function layerOf(areas: readonly Area[], byCode: ReadonlyMap<string, Area>): Layer {
  const polygons: Polygon[] = [];
  const owners: Location[] = [];
  for (const area of areas) {
    const location = locationOf(area, byCode);
    for (const polygon of polygonsOf(area.geometry, area.code)) {
      polygons.push(polygon);
      owners.push(location);
    }
  }
  if (polygons.length === 0) return { tree: null, polygons, owners };
  const tree = new Flatbush(polygons.length);
  for (const { minX, minY, maxX, maxY } of polygons) tree.add(minX, minY, maxX, maxY);
  tree.finish();
  return { tree, polygons, owners };
}

/** Walks the parents by code; a chain longer than the levels (a loop in bad data) ends by itself. */
function locationOf(area: Area, byCode: ReadonlyMap<string, Area>): Location {
  const location: Record<AreaLevel, string | null> = { cell: null, community: null, street: null };
  let at: Area | undefined = area;
  for (let step = 0; at && step < 8; step++) {
    location[at.level] ??= at.code;
    at = at.parent === null ? undefined : byCode.get(at.parent);
  }
  return location;
}

function ownerAt(layer: Layer, longitude: number, latitude: number): Location | undefined {
  if (!layer.tree) return undefined;
  // The polygons are in the order of their codes, so the lowest position is the lowest code.
  let first = -1;
  for (const at of layer.tree.search(longitude, latitude, longitude, latitude)) {
    if (first >= 0 && at > first) continue;
    if (contains(layer.polygons[at] as Polygon, longitude, latitude)) first = at;
  }
  return first < 0 ? undefined : layer.owners[first];
}
