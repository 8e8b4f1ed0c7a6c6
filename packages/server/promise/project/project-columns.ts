import { type Cell, columnLetters, isBlank, readFigure } from './figure-cell.ts';

/** Columns of a list of projects as a workbook, read by their headings in any order. */
const months = Array.from({ length: 12 }, (_, at) => ({
  name: `month${at + 1}`,
  heading: `${at + 1}月计划`,
  kind: 'number' as const,
  width: 10,
}));

export const projectColumns = [
  { name: 'title', heading: '项目名称', kind: 'text', width: 36 },
  { name: 'class', heading: '项目类别', kind: 'text', width: 12 },
  { name: 'level', heading: '项目级别', kind: 'text', width: 10 },
  { name: 'lead', heading: '牵头单位', kind: 'text', width: 18 },
  { name: 'assisting', heading: '配合单位', kind: 'text', width: 24 },
  { name: 'leader', heading: '分管领导', kind: 'text', width: 12 },
  { name: 'builder', heading: '建设单位', kind: 'text', width: 24 },
  { name: 'content', heading: '建设内容', kind: 'text', width: 40 },
  { name: 'total', heading: '总投资（万元）', kind: 'number', width: 14 },
  { name: 'plan', heading: '年度计划投资（万元）', kind: 'number', width: 16 },
  ...months,
  { name: 'state', heading: '当前阶段', kind: 'text', width: 10 },
  { name: 'startDue', heading: '计划开工', kind: 'day', width: 12 },
  { name: 'startedOn', heading: '实际开工', kind: 'day', width: 12 },
  { name: 'recordDue', heading: '计划入库', kind: 'day', width: 12 },
  { name: 'recordedOn', heading: '实际入库', kind: 'day', width: 12 },
  { name: 'completeDue', heading: '计划竣工', kind: 'day', width: 12 },
  { name: 'addedOn', heading: '年中新增日期', kind: 'day', width: 12 },
  { name: 'signing', heading: '应签约户数', kind: 'number', width: 10 },
  { name: 'dismantling', heading: '应拆卸户数', kind: 'number', width: 10 },
  { name: 'demolition', heading: '应拆除面积（平方米）', kind: 'number', width: 14 },
  { name: 'land', heading: '应征土地（亩）', kind: 'number', width: 12 },
  { name: 'longitude', heading: '经度', kind: 'number', width: 12 },
  { name: 'latitude', heading: '纬度', kind: 'number', width: 12 },
] as const satisfies readonly { name: string; heading: string; kind: 'text' | 'number' | 'day'; width: number }[];

export const NEEDED = ['title', 'lead', 'plan'] as const;

/** What is wrong with a cell: its address and the sentence. */
export interface RowFault {
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

/** A row as read: texts, numbers and days by the names of the columns, nothing where a cell is empty. */
export interface ProjectLine {
  readonly row: number;
  text(name: string): string | null;
  number(name: string): number | null;
  /** The address of a column's cell: `/C12`. */
  cell(name: string): string;
}

/** @param rows  as on the sheet; the first has number 1 */
export function readProjectLines(rows: readonly (readonly Cell[])[]): {
  readonly lines: readonly ProjectLine[];
  readonly faults: readonly RowFault[];
} {
  const faults: RowFault[] = [];
  const headAt = rows.findIndex((row) => row.some((cell) => plain(cell) === plain('项目名称')));
  const head = rows[headAt] ?? [];
  const places = new Map(
    projectColumns.map(({ name, heading }) => [
      name as string,
      head.findIndex((cell) => plain(cell) === plain(heading)),
    ]),
  );
  for (const name of NEEDED) {
    if ((places.get(name) ?? -1) >= 0) continue;
    const heading = projectColumns.find((one) => one.name === name)?.heading ?? name;
    faults.push({ path: '/A1', zh: `缺少“${heading}”列。`, en: `The column ${heading} is missing.` });
  }
  if (faults.length > 0) return { lines: [], faults };
  const lines = rows.flatMap((row, at): ProjectLine[] => {
    if (at <= headAt || row.every(isBlank)) return [];
    const read = new Map<string, string | number | null>();
    const cell = (name: string) => `/${columnLetters((places.get(name) ?? 0) + 1)}${at + 1}`;
    for (const { name, kind } of projectColumns) {
      const place = places.get(name) ?? -1;
      const value = place < 0 ? null : (row[place] ?? null);
      const got = readCell(value, kind);
      if ('fault' in got) faults.push({ path: cell(name), ...got.fault });
      else read.set(name, got.value);
    }
    const get = (name: string) => read.get(name) ?? null;
    return [
      {
        row: at + 1,
        cell,
        text: (name) => (typeof get(name) === 'string' ? String(get(name)) : null),
        number: (name) => (typeof get(name) === 'number' ? Number(get(name)) : null),
      },
    ];
  });
  return { lines, faults };
}

type Read =
  | { readonly value: string | number | null }
  | { readonly fault: { readonly zh: string; readonly en: string } };

function readCell(cell: Cell, kind: 'text' | 'number' | 'day'): Read {
  if (isBlank(cell)) return { value: null };
  if (kind === 'number') return readFigure(cell);
  const text = String(cell).trim();
  if (text.startsWith('='))
    return { fault: { zh: '此处是公式，请改为文字。', en: 'This is a formula; put its value here.' } };
  return kind === 'text' ? { value: text } : readDay(text);
}

/** `2026-06-30`, `2026/6/30`, `2026.6.30`, `2026年6月30日`; a month alone is its last day. */
function readDay(text: string): Read {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?(?:[T ].*)?$/.exec(text) ?? [];
  const at = Number(month);
  const last = year === undefined ? 0 : new Date(Date.UTC(Number(year), at, 0)).getUTCDate();
  const date = day === undefined ? last : Number(day);
  if (year === undefined || at < 1 || at > 12 || date < 1 || date > last) {
    return { fault: { zh: '此处应为日期，如 2026-06-30。', en: 'A day is needed here, as 2026-06-30.' } };
  }
  return { value: `${year}-${String(at).padStart(2, '0')}-${String(date).padStart(2, '0')}` };
}

function plain(cell: Cell | undefined): string {
  return String(cell ?? '')
    .normalize('NFKC')
    .replaceAll(/\s/g, '');
}
