import { HuyingError } from '@huying/kit/error';

/** A GeoJSON area (RFC 7946), WGS 84 degrees, longitude first. */
export type AreaGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[] };

/** One polygon with its holes, laid out for fast tests: every ring is a closed run of x, y pairs; `starts` marks where each ring begins. */
export interface Polygon {
  readonly xy: Float64Array;
  readonly starts: Uint32Array;
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/**
 * The polygons of a GeoJSON geometry.
 * @throws `registry.geometry` when it is no Polygon or MultiPolygon, a ring is open or has fewer than four positions, or a position is not WGS 84 degrees.
 */
export function polygonsOf(geometry: unknown, code: string): Polygon[] {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  const members = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
  if (!Array.isArray(members) || members.length === 0) throw broken(code, 'Polygon | MultiPolygon');
  return members.map((rings) => polygonOf(rings, code));
}

function polygonOf(rings: unknown, code: string): Polygon {
  if (!Array.isArray(rings) || rings.length === 0) throw broken(code, 'rings');
  const xy: number[] = [];
  const starts: number[] = [];
  for (const ring of rings) {
    starts.push(xy.length);
    appendRing(xy, ring, code);
  }
  starts.push(xy.length);
  // The first ring is the outline: the holes lie inside its box.
  const [minX, minY, maxX, maxY] = boxOf(xy, starts[1] ?? xy.length);
  return { xy: Float64Array.from(xy), starts: Uint32Array.from(starts), minX, minY, maxX, maxY };
}

function appendRing(xy: number[], ring: unknown, code: string): void {
  if (!Array.isArray(ring) || ring.length < 4) throw broken(code, 'ring < 4');
  for (const position of ring) {
    const [x, y] = Array.isArray(position) ? position : [];
    if (typeof x !== 'number' || typeof y !== 'number' || !(Math.abs(x) <= 180) || !(Math.abs(y) <= 90)) {
      throw broken(code, JSON.stringify(position)?.slice(0, 40) ?? 'position');
    }
    xy.push(x, y);
  }
  const [first, last] = [ring[0] as number[], ring[ring.length - 1] as number[]];
  if (first[0] !== last[0] || first[1] !== last[1]) throw broken(code, 'open ring');
}

function boxOf(xy: readonly number[], end: number): [number, number, number, number] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < end; i += 2) {
    const [x, y] = [xy[i] as number, xy[i + 1] as number];
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return [minX, minY, maxX, maxY];
}

function broken(code: string, what: string): HuyingError {
  return new HuyingError('registry.geometry', { code, what });
}

/**
 * Whether a point lies in the polygon, holes left out (even-odd ray casting). Edges are half open and always computed from their lower end, so that a
 * point on the edge that two polygons share lies in exactly one of them.
 */
export function contains(polygon: Polygon, x: number, y: number): boolean {
  if (x < polygon.minX || x > polygon.maxX || y < polygon.minY || y > polygon.maxY) return false;
  const { xy, starts } = polygon;
  let inside = false;
  for (let ring = 0; ring + 1 < starts.length; ring++) {
    const end = (starts[ring + 1] as number) - 2;
    for (let i = starts[ring] as number; i < end; i += 2) {
      const ay = xy[i + 1] as number;
      const by = xy[i + 3] as number;
      if (ay > y === by > y) continue;
      const ax = xy[i] as number;
      const bx = xy[i + 2] as number;
      const crossing = ay < by ? ax + ((y - ay) / (by - ay)) * (bx - ax) : bx + ((y - by) / (ay - by)) * (ax - bx);
      if (x < crossing) inside = !inside;
    }
  }
  return inside;
}

/** Metres of one degree of latitude on the mean sphere; good to 0.5 % for distances of a street. */
export const metresPerDegree = 111_195;

/** Metres from a point to the polygon's outline (holes count as outline), on a plane touching the earth at the point. */
export function metresToOutline(polygon: Polygon, x: number, y: number): number {
  const { xy, starts } = polygon;
  const scaleX = metresPerDegree * Math.cos((y * Math.PI) / 180);
  let nearest = Infinity;
  for (let ring = 0; ring + 1 < starts.length; ring++) {
    const end = (starts[ring + 1] as number) - 2;
    for (let i = starts[ring] as number; i < end; i += 2) {
      const ax = ((xy[i] as number) - x) * scaleX;
      const ay = ((xy[i + 1] as number) - y) * metresPerDegree;
      const dx = ((xy[i + 2] as number) - x) * scaleX - ax;
      const dy = ((xy[i + 3] as number) - y) * metresPerDegree - ay;
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
      const [px, py] = [ax + along * dx, ay + along * dy];
      const square = px * px + py * py;
      if (square < nearest) nearest = square;
    }
  }
  return Math.sqrt(nearest);
}
