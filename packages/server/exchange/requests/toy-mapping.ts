import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parseMapping, type RequestMapping } from './mapping.ts';
import { type ReadRow, readRequests } from './read-requests.ts';

/** The smallest mapping with everything in it, for tests. */
export const toyMapping: RequestMapping = parseMapping({
  source: 'toy',
  columns: {
    number: 'id',
    opened: 'opened',
    due: 'due',
    closed: 'closed',
    status: 'status',
    onTime: 'flag',
    title: 'title',
    matter: ['kind', 'item'],
    unit: 'unit',
    longitude: 'x',
    latitude: 'y',
    area: 'area',
  },
  time: { format: 'YYYY-MM-DD HH:mm', zone: 'Asia/Shanghai' },
  values: { status: { 办结: 'closed', 在办: 'open' }, onTime: { Y: true, N: false } },
  fallbackPoints: [{ name: '区政府', longitude: 1, latitude: 1 }],
  areas: { file: 'toy.geojson', name: 'n', aliases: { 'A & B': ['A', 'B'] }, unspecific: ['全区'] },
  district: {
    name: { zh: '玩具区', en: 'Toy District' },
    language: 'zh',
    zone: 'Asia/Shanghai',
    calendar: { weekend: [6, 7], hours: [['08:00', '12:00']], holidays: 'none.json' },
  },
});

export const toyHeader = 'id,opened,due,closed,status,flag,title,kind,item,unit,x,y,area';
/** A row of the toy file; `cells` replaces single cells by the name of their column. */
export function toyRow(cells: Readonly<Record<string, string>> = {}): string {
  const usual: Record<string, string> = {
    id: '1',
    opened: '2024-01-02 09:00',
    due: '2024-01-03 09:00',
    closed: '2024-01-02 17:00',
    status: '办结',
    flag: 'Y',
    title: '井盖破损',
    kind: '市政',
    item: '井盖',
    unit: '城管局',
    x: '0.5',
    y: '0.5',
    area: 'A',
  };
  return toyHeader
    .split(',')
    .map((column) => cells[column] ?? usual[column])
    .join(',');
}

/** Writes bytes to a file of its own, gone when the test ends. */
export async function fileOf(content: string | Uint8Array, name = 'requests.csv'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'huying-requests-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

export async function readAll(content: string | Uint8Array, mapping = toyMapping): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for await (const read of readRequests(await fileOf(content), mapping)) rows.push(read);
  return rows;
}

/** `row:column` of everything wrong. */
export function wrong(rows: readonly ReadRow[]): string[] {
  return rows.flatMap((read) => ('problems' in read ? read.problems.map(({ column }) => `${read.row}:${column}`) : []));
}

/** Two unit squares side by side, A from 0 to 1 and B from 1 to 2. */
export const toyAreas = {
  type: 'FeatureCollection',
  features: ['A', 'B'].map((n, x) => ({
    type: 'Feature',
    properties: { n },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [x, 0],
          [x + 1, 0],
          [x + 1, 1],
          [x, 1],
          [x, 0],
        ],
      ],
    },
  })),
};
