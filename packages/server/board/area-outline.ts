import type { RegistryView } from '../registry/index.ts';

/** An area drawn in a box of `width` units: an SVG path of whole numbers. */
export interface Outline {
  readonly code: string;
  readonly path: string;
  /** The middle of its largest ring, where its name is written. */
  readonly middle: Position;
}

/** x = (longitude − west) × across, y = (north − latitude) × down. */
export interface Plane {
  readonly west: number;
  readonly north: number;
  readonly across: number;
  readonly down: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Null where nothing is drawn. */
  readonly plane: Plane | null;
  readonly outlines: readonly Outline[];
}

const WIDTH = 1000;
type Position = readonly [number, number];

const drawings = new WeakMap<RegistryView, Map<string, Drawing>>();

/**
 * The outlines of some areas as one drawing, north up, by our own data and no base map. Degrees are laid out on a plane that is true at
 * the middle of the drawing: within a district nobody sees the difference. Drawn once for each state of the registries.
 */
export function drawingOf(registry: RegistryView, codes: readonly string[], now: number): Drawing {
  const known = drawings.get(registry) ?? new Map<string, Drawing>();
  drawings.set(registry, known);
  const key = codes.join(' ');
  let drawing = known.get(key);
  if (drawing === undefined) {
    drawing = drawn(codes.map((code) => ({ code, rings: ringsWithin(registry, code, now) })));
    known.set(key, drawing);
  }
  return drawing;
}

function drawn(areas: readonly { readonly code: string; readonly rings: readonly (readonly Position[])[] }[]): Drawing {
  const all = areas.flatMap(({ rings }) => rings.flat());
  const [west, south, east, north] = all.reduce<[number, number, number, number]>(
    ([w, s, e, n], [x, y]) => [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  if (!(east > west) || !(north > south)) {
    const outlines = areas.map(({ code }): Outline => ({ code, path: '', middle: [0, 0] }));
    return { width: WIDTH, height: 1, plane: null, outlines };
  }
  const flat = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / ((east - west) * flat);
  const plane: Plane = { west, north, across: flat * scale, down: scale };
  const placed = ([x, y]: Position): Position => [
    Math.round((x - west) * plane.across),
    Math.round((north - y) * plane.down),
  ];
  const point = (position: Position): string => placed(position).join(' ');
  const path = (rings: readonly (readonly Position[])[]) =>
    rings
      .map((ring) => ring.map(point).filter((one, at, points) => one !== points[at - 1]))
      .filter((points) => points.length > 2)
      .map((points) => `M${points.join('L')}Z`)
      .join('');
  return {
    width: WIDTH,
    height: Math.max(1, Math.ceil((north - south) * scale)),
    plane,
    outlines: areas.map(({ code, rings }) => ({ code, path: path(rings), middle: placed(middleOf(rings)) })),
  };
}

/** The centre of mass of the ring that encloses the most. */
function middleOf(rings: readonly (readonly Position[])[]): Position {
  const middles = rings.map((ring): readonly [number, Position] => {
    const [[x0, y0] = [0, 0]] = ring;
    let [area, x, y] = [0, 0, 0];
    for (const [at, [px, py]] of ring.entries()) {
      const [qx, qy] = ring[at + 1] ?? [x0, y0];
      // Counted from the ring's own first point: degrees far from nought would lose their small differences.
      const cross = (px - x0) * (qy - y0) - (qx - x0) * (py - y0);
      area += cross;
      x += (px - x0 + qx - x0) * cross;
      y += (py - y0 + qy - y0) * cross;
    }
    return [Math.abs(area), area === 0 ? [x0, y0] : [x0 + x / (3 * area), y0 + y / (3 * area)]];
  });
  return middles.reduce<readonly [number, Position]>((most, one) => (one[0] > most[0] ? one : most), [-1, [0, 0]])[1];
}

/** An area without an outline of its own is as far as those right below it reach: districts often know their cells alone. */
function ringsWithin(registry: RegistryView, code: string, now: number): readonly (readonly Position[])[] {
  const own = ringsOf(registry.last('area', code, now)?.data.polygon);
  if (own.length > 0) return own;
  return registry.children('area', code, now).flatMap((below) => ringsWithin(registry, below.code, now));
}

/** The rings of a GeoJSON text; none where there is none, or it is broken: a map then lacks one area, and not all. */
function ringsOf(polygon: unknown): readonly (readonly Position[])[] {
  if (typeof polygon !== 'string') return [];
  try {
    const { type, coordinates } = JSON.parse(polygon) as { type?: unknown; coordinates?: unknown };
    const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : [];
    return (polygons as Position[][][]).flat();
  } catch {
    return [];
  }
}
