import type { Tile } from '@huying/kit/map';
import type { Feature, Geometry } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import { type AreaIndex, polygonsOf, type RecordReading, type RegistryView } from '../../registry/index.ts';
import { layers } from './tile-address.ts';
import { extent, type TileFeature } from './vector-tile.ts';

/** West, south, east, north: WGS 84 degrees. */
export type Bounds = readonly [number, number, number, number];

/** The areas of a district, cut into tiles and simplified for each zoom: to three units of a tile, less than a point on a screen. */
export interface AreaLayer {
  /** West, south, east and north of all that is drawn, degrees; null where nothing is. */
  readonly bounds: Bounds | null;
  featuresOf(tile: Tile): readonly TileFeature[];
}

const levels = ['street', 'community', 'cell'] as const;
type Level = (typeof levels)[number];

/** The finest level drawn at a zoom: a community of a town is some 500 m wide, a cell 200 m. */
function finestAt(z: number): Level {
  if (z < 12) return 'street';
  return z < 14 ? 'community' : 'cell';
}

const built = new WeakMap<AreaIndex, AreaLayer>();

/** The areas as they hold at the moment. Cut anew when the registry says something else, as the index of areas is. */
export function areaLayer(registry: RegistryView, now: number): AreaLayer {
  const index = registry.areas(now);
  const known = built.get(index);
  if (known !== undefined) return known;
  const layer = layerOf(registry.all('area', now));
  built.set(index, layer);
  return layer;
}

function layerOf(readings: readonly RecordReading[]): AreaLayer {
  const drawn = readings.filter(({ data }) => typeof data.polygon === 'string');
  const cut = new Map<Level, GeoJSONVT>();
  return {
    bounds: boundsOf(drawn),
    featuresOf(tile) {
      const finest = finestAt(tile.z);
      let tiles = cut.get(finest);
      if (tiles === undefined) {
        tiles = new GeoJSONVT(
          { type: 'FeatureCollection', features: shown(drawn, finest).map(featureOf) },
          { maxZoom: layers.areas, indexMaxZoom: 4, extent, buffer: 64, tolerance: 3 },
        );
        cut.set(finest, tiles);
      }
      const found = tiles.getTile(tile.z, tile.x, tile.y);
      return (found?.features ?? []) as unknown as readonly TileFeature[];
    },
  };
}

/** What is drawn down to a level: all of it, and of a finer level what lies in nothing drawn, so that no land is left out. */
function shown(drawn: readonly RecordReading[], finest: Level): readonly RecordReading[] {
  const coarse = drawn.filter((area) => levels.indexOf(levelOf(area)) <= levels.indexOf(finest));
  const codes = new Set(coarse.map(({ code }) => code));
  const homeless = drawn.filter(({ path }) => !path.split('/').some((code) => codes.has(code)));
  return [...coarse, ...homeless];
}

/** A street is the first code on the way to it, a community the second. */
function levelOf({ path }: RecordReading): Level {
  return levels[path.split('/').length - 2] ?? 'cell';
}

function featureOf(area: RecordReading): Feature {
  const { code, name, data } = area;
  return {
    type: 'Feature',
    geometry: JSON.parse(String(data.polygon)) as Geometry,
    properties: { code, level: levelOf(area), name: name.zh, nameEn: name.en },
  };
}

function boundsOf(drawn: readonly RecordReading[]): Bounds | null {
  const boxes = drawn.flatMap(({ code, data }) => polygonsOf(JSON.parse(String(data.polygon)), code));
  if (boxes.length === 0) return null;
  const least = (read: (box: (typeof boxes)[number]) => number) =>
    boxes.reduce((a, box) => Math.min(a, read(box)), Infinity);
  return [
    least(({ minX }) => minX),
    least(({ minY }) => minY),
    -least(({ maxX }) => -maxX),
    -least(({ maxY }) => -maxY),
  ];
}
