/**
 * The district is drawn on a plane in kilometres (x east, y north of its middle) and published in WGS 84 degrees,
 * quantised to 1e-5° (about one metre), so that neighbours share their border points exactly.
 */
export type Point = readonly [x: number, y: number];
/** [longitude, latitude] in WGS 84 degrees. */
export type Position = readonly [longitude: number, latitude: number];
/** A closed ring: first position = last. */
export type Ring = readonly Position[];
/** GeoJSON MultiPolygon coordinates: polygons → rings (outer counter-clockwise, holes clockwise) → positions. */
export type MultiPolygon = readonly (readonly Ring[])[];

const MIDDLE: Position = [113.3, 23.1];
const KM_PER_DEGREE_LATITUDE = 110.75;
const KM_PER_DEGREE_LONGITUDE = 102.45;

const quantise = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

export function toPosition([x, y]: Point): Position {
  return [quantise(MIDDLE[0] + x / KM_PER_DEGREE_LONGITUDE), quantise(MIDDLE[1] + y / KM_PER_DEGREE_LATITUDE)];
}

export function toPoint([longitude, latitude]: Position): Point {
  return [(longitude - MIDDLE[0]) * KM_PER_DEGREE_LONGITUDE, (latitude - MIDDLE[1]) * KM_PER_DEGREE_LATITUDE];
}

export function distance(a: Point, b: Point): number {
  const dx = a[0] - b[0];
  const dy = a[1] - b[1];
  return Math.sqrt(dx * dx + dy * dy);
}

export function between(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** Metres between two positions on this plane; good to a few parts in a thousand inside the district. */
export function metres(a: Position, b: Position): number {
  return distance(toPoint(a), toPoint(b)) * 1000;
}
