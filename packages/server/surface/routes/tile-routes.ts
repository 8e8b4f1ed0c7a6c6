import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { lights, type MapTiles } from '../../board/index.ts';
import { districtRoute, type Route } from '../route.ts';

const closed = { additionalProperties: false } as const;
const text = Type.String({ maxLength: 200 });
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** The map: vector tiles of the district's areas and of the cases the reader may see. */
export function tileRoutes(tiles: MapTiles): Route[] {
  return [
    districtRoute(
      {
        method: 'GET',
        path: '/api/tiles/:layer',
        name: 'map.layer',
        group: 'case',
        summary: { zh: '地图图层说明（TileJSON）', en: 'What a map layer is (TileJSON)' },
        params: Type.Object({ layer: text }, closed),
        answer: Type.Object({
          tilejson: Type.String(),
          name: Type.String(),
          tiles: Type.Array(Type.String()),
          minzoom: Type.Integer(),
          maxzoom: Type.Integer(),
          bounds: Type.Array(Type.Number(), { minItems: 4, maxItems: 4, description: 'west, south, east, north' }),
          attribution: Type.String(),
          vector_layers: Type.Array(
            Type.Object({ id: Type.String(), fields: Type.Record(Type.String(), Type.String()) }),
          ),
        }),
      },
      ({ capacity, params }) => tiles.about(capacity, params.layer),
    ),
    districtRoute(
      {
        method: 'GET',
        path: '/api/tiles/:layer/:z/:x/:file',
        name: 'map.tile',
        group: 'case',
        summary: {
          zh: '地图瓦片：区域（areas）或工单（cases），Mapbox 矢量瓦片，WGS 84，地址以 .mvt 结尾；没有内容时答 204',
          en: 'A map tile: areas or cases, as a Mapbox vector tile of WGS 84 data, its address ending in .mvt; 204 where nothing is on it',
        },
        params: Type.Object({ layer: text, z: text, x: text, file: text }, closed),
        query: Type.Object(
          {
            light: Type.Optional(
              Type.Array(Type.Union(lights.map((light) => Type.Literal(light))), {
                maxItems: lights.length,
                description: 'cases: only those of these lights',
              }),
            ),
            measure: Type.Optional(
              Type.String({
                maxLength: 80,
                description: 'areas: the measure whose value they carry; with from and to',
              }),
            ),
            from: Type.Optional(day),
            to: Type.Optional(day),
          },
          closed,
        ),
        answer: 'application/vnd.mapbox-vector-tile',
      },
      async ({ capacity, params, query, request, reply }) => {
        const { light, ...measured } = query;
        const { bytes, etag } = await tiles.tile(capacity, params, { lights: light, measure: measureOf(measured) });
        // Browsers keep it and ask each time whether it still is what they may see: another account may sign in at the same one.
        reply.headers({ etag, 'cache-control': 'private, no-cache' });
        if (isHeld(request.headers['if-none-match'], etag)) {
          await reply.code(304).send();
          return undefined;
        }
        if (bytes === null) return undefined;
        reply.type('application/vnd.mapbox-vector-tile').header('content-length', bytes.length);
        return bytes;
      },
    ),
  ];
}

/** A measure is of some days: all three are given, or none. Throws request.invalid. */
function measureOf(query: { readonly measure?: string; readonly from?: string; readonly to?: string }) {
  const { measure: id, from, to } = query;
  if (id === undefined && from === undefined && to === undefined) return undefined;
  if (id === undefined || from === undefined || to === undefined)
    throw new HuyingError('request.invalid', { count: 1 });
  return { id, from, to };
}

/** Whether the asker holds the tile already (RFC 9110, weak comparison). */
function isHeld(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
