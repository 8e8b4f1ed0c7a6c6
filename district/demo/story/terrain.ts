import { type Area, cells, DISTRICT_CODE, metres, type PlaceKind, waters } from '../area/index.ts';

/** Ground a theme belongs to: everywhere people live, low ground by the water, streets being built, the towns. */
export type Ground = 'any' | 'low' | 'build' | 'rural';
/** A theme belongs to a ground or to places of a kind. */
export type Terrain = Ground | PlaceKind;

/** Streets with new building: 晴岚, 星埔, 月堤. */
const BUILDING = new Set(['009', '011', '012'].map((digits) => DISTRICT_CODE + digits));
const isTown = (cell: string): boolean => cell.slice(6, 7) === '1';
const river = waters[0]?.line ?? [];

/** A cell holds about as many people as another, which is why the old town's are so small; the towns' hold fewer. */
const people: readonly number[] = cells.map(({ code }) => (isTown(code) ? 0.45 : 1));

const low: readonly boolean[] = cells.map(({ centre }) => river.some((point) => metres(point, centre) < 900));

/** Weights of the cells, in the order of `cells`. */
export function groundWeights(ground: Ground): readonly number[] {
  const weight = ({ code }: Area, i: number): number => {
    const base = people[i] as number;
    switch (ground) {
      case 'any':
        return base;
      case 'low':
        return base * (low[i] ? 7 : 0.6);
      case 'build':
        return base * (BUILDING.has(code.slice(0, 9)) ? 3.5 : 0.8);
      case 'rural':
        return isTown(code) ? 3 : 0.5;
    }
  };
  return cells.map(weight);
}

export const isGround = (terrain: Terrain): terrain is Ground => ['any', 'low', 'build', 'rural'].includes(terrain);
