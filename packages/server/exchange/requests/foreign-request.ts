import type { Words } from '@huying/kit/error';
import { codePoints, plainText } from '@huying/kit/field';
import type { RequestMapping } from './mapping.ts';
import { timeReader } from './time-format.ts';

/** One request of another system in our own terms. Instants are epoch milliseconds; a column that is empty or not mapped gives null (words: ''). */
export interface ForeignRequest {
  /** The other system's number; unique within `mapping.source`. */
  readonly number: string;
  readonly openedAt: number;
  /** The due time that was given; it is kept, never computed anew. */
  readonly dueAt: number | null;
  readonly closedAt: number | null;
  readonly status: 'open' | 'closed';
  /** The other system's own flag. */
  readonly onTime: boolean | null;
  readonly title: string;
  readonly words: string;
  readonly outcome: string;
  /** Names from the widest to the narrowest. */
  readonly matter: readonly string[];
  readonly unit: string | null;
  readonly channel: string | null;
  readonly address: string;
  /** WGS 84 degrees; null where there is none and where it is a fallback point. */
  readonly point: { readonly longitude: number; readonly latitude: number } | null;
  /** The row carries a point that stands for “place unknown”. */
  readonly fallbackPoint: boolean;
  /** The area as the other system names it; null where it names none in particular. */
  readonly areaLabel: string | null;
}

/** What is wrong in one row, and in which column ('' = the row as a whole). */
export interface RowProblem extends Words {
  readonly column: string;
}

export type MappedRow = { readonly request: ForeignRequest } | { readonly problems: readonly RowProblem[] };

/** Code points, as the fields of a case hold them. */
const longest = { number: 40, title: 80, name: 100, line: 300, words: 4000, outcome: 2000 };

/** Makes the function that maps one row, cells looked up by the headers of its columns. Everything wrong in a row is told at once. */
export function rowMapper(mapping: RequestMapping): (cell: (column: string) => string) => MappedRow {
  const { columns, values } = mapping;
  const readTime = timeReader(mapping.time.format, mapping.time.zone);
  const unspecific = new Set(mapping.areas?.unspecific);
  const fallbacks = new Set(mapping.fallbackPoints?.map((point) => `${point.longitude} ${point.latitude}`));

  return (cell) => {
    const problems: RowProblem[] = [];
    const problem = (column: string, zh: string, en: string) => {
      problems.push({ column, zh, en });
    };
    const text = (column: string | undefined, limit: number): string => {
      const words = column === undefined ? '' : plainText(cell(column));
      if (column !== undefined && codePoints(words) > limit) {
        problem(column, `超过 ${limit} 字`, `is longer than ${limit} characters`);
      }
      return words;
    };
    const line = (column: string | undefined, limit: number) => text(column, limit).replaceAll(/\s+/g, ' ');
    const time = (column: string | undefined): number | null => {
      const words = line(column, longest.line);
      if (column === undefined || words === '') return null;
      const instant = readTime(words);
      if (instant === undefined) {
        problem(
          column,
          `“${words.slice(0, 40)}”不是约定格式的时间`,
          `“${words.slice(0, 40)}” is not a time in the format given`,
        );
      }
      return instant ?? null;
    };
    const degrees = (column: string | undefined, most: number): number | null => {
      const words = line(column, longest.line);
      if (column === undefined || words === '') return null;
      const value = Number(words);
      if (Number.isFinite(value) && Math.abs(value) <= most) return value;
      problem(
        column,
        `“${words.slice(0, 40)}”不是 ±${most} 以内的度数`,
        `“${words.slice(0, 40)}” is not degrees within ±${most}`,
      );
      return null;
    };

    const number = line(columns.number, longest.number);
    if (number === '') problem(columns.number, '缺少编号', 'the number is missing');
    const openedAt = time(columns.opened);
    if (openedAt === null && line(columns.opened, longest.line) === '') {
      problem(columns.opened, '缺少受理时间', 'the time it came in is missing');
    }
    const dueAt = time(columns.due);
    const closedAt = time(columns.closed);
    const statusWords = line(columns.status, longest.line);
    const status = own(values.status, statusWords);
    if (!status) {
      problem(
        columns.status,
        `状态“${statusWords.slice(0, 40)}”未在映射中说明`,
        `status “${statusWords.slice(0, 40)}” is not in the mapping`,
      );
    }
    const closedColumn = columns.closed ?? columns.status;
    if (status === 'closed' && closedAt === null && line(columns.closed, longest.line) === '') {
      problem(closedColumn, '已结案而无结案时间', 'closed, but without the time of closing');
    }
    if (status === 'open' && closedAt !== null)
      problem(closedColumn, '未结案却有结案时间', 'open, but with a time of closing');
    if (openedAt !== null && closedAt !== null && closedAt < openedAt) {
      problem(closedColumn, '结案早于受理', 'closed before it came in');
    }
    const onTimeWords = line(columns.onTime, longest.line);
    const onTime = onTimeWords === '' ? null : own(values.onTime ?? {}, onTimeWords);
    if (onTime === undefined) {
      problem(
        columns.onTime ?? '',
        `按时标记“${onTimeWords.slice(0, 40)}”未在映射中说明`,
        `on-time flag “${onTimeWords.slice(0, 40)}” is not in the mapping`,
      );
    }
    const matter = columns.matter.map((column) => line(column, longest.name)).filter((name) => name !== '');
    if (matter.length === 0) problem(columns.matter[0] ?? '', '缺少事项类别', 'the matter is missing');
    const longitude = degrees(columns.longitude, 180);
    const latitude = degrees(columns.latitude, 90);
    if ((longitude === null) !== (latitude === null) && problems.length === 0) {
      problem(columns.longitude ?? '', '经度与纬度须同时给出', 'longitude and latitude go together');
    }
    const title = line(columns.title, longest.line);
    const words = text(columns.words, longest.words);
    const outcome = text(columns.outcome, longest.outcome);
    const channel = line(columns.channel, longest.name);
    const area = line(columns.area, longest.name);
    const unit = line(columns.unit, longest.name);
    const address = line(columns.address, longest.line);
    if (problems.length > 0 || openedAt === null || !status || onTime === undefined) return { problems };

    const fallbackPoint = fallbacks.has(`${longitude} ${latitude}`);
    return {
      request: {
        number,
        openedAt,
        dueAt,
        closedAt,
        status,
        onTime,
        title: clip(title || (matter[matter.length - 1] ?? '')),
        words: words || title,
        outcome,
        matter,
        unit: unit || null,
        channel: channel === '' ? null : (own(values.channel ?? {}, channel) ?? channel),
        address,
        point: longitude === null || latitude === null || fallbackPoint ? null : { longitude, latitude },
        fallbackPoint,
        areaLabel: area === '' || unspecific.has(area) ? null : area,
      },
    };
  };
}

/** A value of a map read from JSON, where a row may well say `constructor`. */
function own<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function clip(title: string): string {
  const characters = [...title];
  return characters.length <= longest.title ? title : `${characters.slice(0, longest.title - 1).join('')}…`;
}
