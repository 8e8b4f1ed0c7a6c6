import { createHash } from 'node:crypto';
import type { Light } from '@huying/kit/clock';
import { HuyingError } from '@huying/kit/error';
import { type CaseServices, type World, worldOf } from '../../case/index.ts';
import { type Capacity, type Ctx, inTenant } from '../../ledger/index.ts';
import { areaLayer, type Bounds } from './area-layer.ts';
import { type AreaMeasure, measuredAreas } from './area-measure.ts';
import { caseFeatures, lights as everyLight } from './case-layer.ts';
import { layers, readAddress, requireLayer, type TileAddress } from './tile-address.ts';
import { type KeptTile, tileCache } from './tile-cache.ts';
import { encodeTile, type TileFeature } from './vector-tile.ts';

export interface TileQuery {
  /** Which lights the cases have; all of them where it is left out. */
  readonly lights?: readonly Light[] | undefined;
  /** The number that areas carry. */
  readonly measure?: AreaMeasure | undefined;
}

/** Map tiles as each reader may see them. */
export interface MapTiles {
  /**
   * A tile: what of a layer lies in it, as a Mapbox vector tile with a tag that tells its content, served up to five seconds old.
   * Throws request.notFound, map.layer, map.tile; access.denied for who has no post here; measure.*
   */
  tile(capacity: Capacity, address: TileAddress, query: TileQuery): Promise<KeptTile>;
  /** What a layer is and where its tiles are (TileJSON 3.0). Throws map.layer; access.denied. */
  about(capacity: Capacity, layer: string): Promise<TileJson>;
}

/** TileJSON 3.0, as far as it is filled. */
export interface TileJson {
  readonly tilejson: '3.0.0';
  readonly name: string;
  readonly tiles: readonly string[];
  readonly minzoom: 0;
  readonly maxzoom: number;
  /** Of the district's areas, for either layer. */
  readonly bounds: Bounds;
  readonly attribution: string;
  readonly vector_layers: readonly { readonly id: string; readonly fields: Readonly<Record<string, string>> }[];
}

/** What is told of the drawing wherever it is shown: the outline is the district's own and no surveyed map, so it has no approval number. */
const attribution = {
  zh: '自有示意底图，非测绘成果，不作为划界依据',
  en: 'Own schematic outline; no survey map, not to be relied on for borders',
};
const wholeMap: Bounds = [-180, -85.051129, 180, 85.051129];
const fields = {
  areas: { code: 'String', level: 'String', name: 'String', nameEn: 'String', value: 'Number', few: 'Boolean' },
  cases: {
    count: 'Number',
    ...Object.fromEntries(everyLight.map((light) => [light, 'Number'])),
    id: 'String',
    number: 'String',
    light: 'String',
  },
} as const;

export function mapTiles(services: CaseServices): MapTiles {
  const cache = tileCache(() => services.now());
  const changed = new Map<string, number>();
  services.changes.subscribe(({ tenant }) => changed.set(tenant, services.now()));

  return {
    async about(capacity, layer) {
      requireLayer(layer);
      return inTenant(services, capacity, async (ctx) => {
        const { post, registry } = await worldOf(ctx, services);
        if (post === undefined) throw new HuyingError('access.denied');
        return {
          tilejson: '3.0.0',
          name: layer,
          tiles: [`/api/tiles/${layer}/{z}/{x}/{y}.mvt`],
          minzoom: 0,
          maxzoom: layers[layer],
          bounds: areaLayer(registry, ctx.now).bounds ?? wholeMap,
          attribution: attribution[ctx.locale],
          vector_layers: [{ id: layer, fields: fields[layer] }],
        };
      });
    },

    async tile(capacity, address, query) {
      const { layer, tile } = readAddress(address);
      return inTenant(services, capacity, async (ctx) => {
        const world = await worldOf(ctx, services);
        if (world.post === undefined) throw new HuyingError('access.denied');
        const lights = everyLight.filter((light) => query.lights?.includes(light) ?? true);
        const draw = {
          areas: () => areaFeatures(ctx, services, world, tile, query.measure),
          cases: () => caseFeatures(ctx.tx, tile, { tenant: ctx.tenant, reach: world.reach, lights, now: ctx.now }),
        }[layer];
        const place = `${layer}/${tile.z}/${tile.x}/${tile.y}`;
        // Whatever decides what is on the tile is part of its key, first of all who may see what: nobody can be handed another's.
        const key = {
          areas: [ctx.tenant, place, world.registry.stamp, query.measure && [query.measure, world.reach]],
          cases: [ctx.tenant, place, world.reach, lights],
        }[layer];
        const lastChange = changed.get(ctx.tenant) ?? Number.NEGATIVE_INFINITY;
        return cache.get(JSON.stringify(key), lastChange, async () => kept(encodeTile(layer, await draw())));
      });
    },
  };
}

async function areaFeatures(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  tile: { readonly z: number; readonly x: number; readonly y: number },
  measure: AreaMeasure | undefined,
): Promise<readonly TileFeature[]> {
  const features = areaLayer(world.registry, ctx.now).featuresOf(tile);
  return measure === undefined || features.length === 0 ? features : measuredAreas(ctx, services, features, measure);
}

function kept(bytes: Buffer | null): KeptTile {
  const hash = createHash('sha256')
    .update(bytes ?? '')
    .digest('base64url');
  return { bytes, etag: `"${hash.slice(0, 22)}"` };
}
