import type { RecordDraft } from '@huying/server/registry';

/** Degrees of a square cell's side: a little over five hundred metres. */
const SIDE = 0.005;
const WEST = 113.2;
const SOUTH = 23.1;

/** Two streets, west and east, each with a community of two cells, south and north: four squares in all. */
export const areaCodes = {
  west: '440199001',
  east: '440199002',
  westCommunity: '440199001001',
  eastCommunity: '440199002001',
  westCell: '440199001001001',
  westNorthCell: '440199001001002',
  eastCell: '440199002001001',
  eastNorthCell: '440199002001002',
} as const;

/** A point well inside a cell, WGS 84 degrees. */
export const points = {
  west: { longitude: WEST + SIDE / 2, latitude: SOUTH + SIDE / 2 },
  east: { longitude: WEST + SIDE * 1.5, latitude: SOUTH + SIDE / 2 },
  /** Eleven metres west of the border of the two streets. */
  border: { longitude: WEST + SIDE - 0.0001, latitude: SOUTH + SIDE / 2 },
} as const;

function square(column: number, row: number): string {
  const [west, south] = [WEST + column * SIDE, SOUTH + row * SIDE];
  const [east, north] = [west + SIDE, south + SIDE];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return JSON.stringify({ type: 'Polygon', coordinates: [ring] });
}

const area = (code: string, parent: string | null, zh: string, en: string, polygon?: string): RecordDraft => ({
  code,
  parent,
  name: { zh, en },
  data: polygon === undefined ? {} : { polygon },
});

export const areas: readonly RecordDraft[] = [
  area(areaCodes.west, null, '西街街道', 'West Street'),
  area(areaCodes.east, null, '东街街道', 'East Street'),
  area(areaCodes.westCommunity, areaCodes.west, '柳园社区', 'Willow'),
  area(areaCodes.eastCommunity, areaCodes.east, '梅园社区', 'Plum'),
  area(areaCodes.westCell, areaCodes.westCommunity, '柳园一网格', 'Willow 1', square(0, 0)),
  area(areaCodes.westNorthCell, areaCodes.westCommunity, '柳园二网格', 'Willow 2', square(0, 1)),
  area(areaCodes.eastCell, areaCodes.eastCommunity, '梅园一网格', 'Plum 1', square(1, 0)),
  area(areaCodes.eastNorthCell, areaCodes.eastCommunity, '梅园二网格', 'Plum 2', square(1, 1)),
];
