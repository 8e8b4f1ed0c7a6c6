import Type, { type Static } from 'typebox';
import type { CaseServices } from '../case/index.ts';
import { defineOperation } from '../ledger/index.ts';
import { drawingOf } from './area-outline.ts';

const closed = { additionalProperties: false } as const;
const words = Type.Object({ zh: Type.String(), en: Type.String() });

/** The district and its streets as a drawing of ours, and where on it a point of the earth lies. */
export const publicOutline = Type.Object({
  width: Type.Integer(),
  height: Type.Integer(),
  /** The plane it is drawn on: x = (longitude − west) × across, y = (north − latitude) × down; null where no outline is known. */
  plane: Type.Union([
    Type.Object({ west: Type.Number(), north: Type.Number(), across: Type.Number(), down: Type.Number() }),
    Type.Null(),
  ]),
  /** `x` and `y`: the middle, for the name. */
  streets: Type.Array(
    Type.Object({ code: Type.String(), name: words, path: Type.String(), x: Type.Integer(), y: Type.Integer() }),
  ),
});
export type PublicOutline = Static<typeof publicOutline>;

/**
 * The outlines of the streets of one's own district, for everybody: they are no secret, and nothing else of the registry goes along.
 * Drawn once for each state of the registry.
 */
export function publicOutlineOperation(services: Pick<CaseServices, 'registries'>) {
  return defineOperation({
    name: 'board.publicOutline',
    summary: { zh: '区县和街镇轮廓', en: 'The outlines of the district and its streets' },
    input: Type.Object({}, closed),
    output: publicOutline,
    async run(ctx): Promise<PublicOutline> {
      const registry = await services.registries.current(ctx.tx, ctx.tenant, ctx.now);
      const streets = registry.children('area', null, ctx.now);
      const codes = streets.map(({ code }) => code);
      const { width, height, plane, outlines } = drawingOf(registry, codes, ctx.now);
      const drawn = outlines.filter(({ path }) => path !== '');
      return {
        width,
        height,
        plane,
        streets: drawn.map(({ code, path, middle: [x, y] }) => {
          const name = streets.find((street) => street.code === code)?.name ?? { zh: code, en: code };
          return { code, name, path, x, y };
        }),
      };
    },
  });
}

/** Where a point lies on the drawing; null where it lies beside it. @param longitude @param latitude WGS 84, degrees */
export function placeOn(
  { width, height, plane }: Pick<PublicOutline, 'width' | 'height' | 'plane'>,
  longitude: number,
  latitude: number,
): { readonly x: number; readonly y: number } | null {
  if (plane === null) return null;
  const x = Math.round((longitude - plane.west) * plane.across);
  const y = Math.round((plane.north - latitude) * plane.down);
  return x < 0 || y < 0 || x > width || y > height ? null : { x, y };
}
