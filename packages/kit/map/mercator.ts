/** A position of the square web map (EPSG:3857): 0 to 1 from west to east and from north to south. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Beyond this latitude, degrees, the square map ends: the poles are not on it. */
export const furthest = 85.051128779806;

/** Where a point, WGS 84 degrees, lies on the map; null where it is beyond it, or no point at all. */
export function projected(longitude: number, latitude: number): Position | null {
  if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= furthest)) return null;
  const sine = Math.sin((latitude * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return { x: longitude / 360 + 0.5, y: Math.min(1, Math.max(0, y)) };
}

/** The point, WGS 84 degrees, at a position of the map. */
export function unprojected({ x, y }: Position): { readonly longitude: number; readonly latitude: number } {
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return { longitude: (x - 0.5) * 360, latitude };
}
