import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requestImportOf } from '@huying/server/compose';
import { programFolder } from '@huying/server/db';
import { importRequests, openRequests } from '@huying/server/exchange';
import type { DataSet } from './data-set.ts';
import type { Figure } from './figure.ts';
import type { Progress } from './progress.ts';

const MADE_UP_ROWS = 20_000;
const district = 'bench-import';
const boston = path.join(programFolder, 'district/boston-2011/mapping.json');
/** Real requests, where somebody has put them beside the program. */
const REAL = path.join(programFolder, '../shared/data/requests/boston-2011-jul-oct.csv.gz');

/** Rows of another system's requests a second, from the file to cases with their ledgers, into a district made for it. */
export async function measureImport({ program }: DataSet, progress: Progress): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'huying-bench-'));
  try {
    const real = existsSync(REAL);
    const source = await openRequests(...(real ? ([REAL, boston] as const) : madeUp(folder)));
    const { services, sink } = requestImportOf(program);
    const from = performance.now();
    const { review } = await importRequests(services, sink, district, source, (read) =>
      progress.at('importing', read, read),
    );
    const seconds = (performance.now() - from) / 1000;
    progress.end();
    return [
      {
        part: 'import',
        what: real ? 'rows of Boston, 2011' : 'made-up rows',
        value: review.read / seconds,
        unit: '/s',
        note: `${review.imported} of ${review.read} rows in ${seconds.toFixed(1)} s, its district with them`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A file of requests that nobody made, and a mapping without areas. */
function madeUp(folder: string): readonly [file: string, mapping: string] {
  const file = path.join(folder, 'requests.csv');
  const mapping = path.join(folder, 'mapping.json');
  const at = (hour: number) =>
    new Date(Date.UTC(2024, 0, 1) + hour * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  const rows = Array.from({ length: MADE_UP_ROWS }, (_, index) => {
    const hour = index / 4;
    return [
      index,
      at(hour),
      at(hour + 72),
      at(hour + (index % 100)),
      'Closed',
      `Request ${index}`,
      `Kind ${index % 40}`,
      `Unit ${index % 12}`,
    ];
  });
  const head = ['number', 'opened', 'due', 'closed', 'status', 'title', 'matter', 'unit'];
  writeFileSync(file, [head, ...rows].map((row) => row.join(',')).join('\n'));
  const columns = Object.fromEntries(head.map((name) => [name, name === 'matter' ? [name] : name]));
  const name = { zh: '测试', en: 'Bench' };
  const calendar = { weekend: [6, 7], hours: [['09:00', '17:00']], holidays: 'holidays.json' };
  writeFileSync(path.join(folder, 'holidays.json'), JSON.stringify({ source: 'made up', years: [2024], days: [] }));
  writeFileSync(
    mapping,
    JSON.stringify({
      source: 'made-up',
      columns,
      time: { format: 'YYYY-MM-DD HH:mm:ss', zone: 'UTC' },
      values: { status: { Open: 'open', Closed: 'closed' } },
      district: { name, language: 'en', zone: 'UTC', units: {}, calendar },
    }),
  );
  return [file, mapping];
}
