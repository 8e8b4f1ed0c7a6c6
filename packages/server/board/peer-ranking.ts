import { type Contender, type Panel, rankingOf } from '@huying/kit/board';
import type { Words } from '@huying/kit/error';
import type { Measure } from '@huying/kit/measure';
import type { MeasureRow } from '../measure/index.ts';
import type { PanelOf } from './board-schema.ts';
import { earlierRows, earlierWanted } from './earlier.ts';
import { type ComparedRow, figureOfRow, renamedOf } from './figure.ts';
import type { Frame } from './frame.ts';
import type { Asked, Numbers } from './numbers.ts';
import { valuesWithin } from './row-values.ts';

type RankingPanel = Extract<Panel, { kind: 'ranking' }>;
type Group = PanelOf<'ranking'>['groups'][number];

const ALL: Words = { zh: '全部', en: 'All' };

/** Names of kinds of units, as peers. */
const KINDS: Readonly<Record<string, Words>> = {
  department: { zh: '区直部门', en: 'Departments' },
  street: { zh: '街镇', en: 'Streets and towns' },
  community: { zh: '社区', en: 'Communities' },
  company: { zh: '服务企业', en: 'Companies' },
  institution: { zh: '事业单位', en: 'Institutions' },
  centre: { zh: '中心', en: 'Centre' },
};

export function rankingWanted(frame: Frame, panel: RankingPanel): readonly Asked[] {
  const values = valuesWithin(frame, panel.rows);
  return weightsOf(frame, panel).flatMap(({ measure: id }): Asked[] => {
    const whose = { grain: panel.rows, ...values };
    return [{ measures: [id], ...whose, ...frame.days }, ...earlierWanted(frame, frame.measure(id), whose, 'before')];
  });
}

export function rankingFilled(frame: Frame, panel: RankingPanel, numbers: Numbers, label: Words): PanelOf<'ranking'> {
  const weights = weightsOf(frame, panel);
  const measures = weights.map(({ measure }) => frame.measure(measure));
  const criteria = weights.map(({ weight }, at) => {
    const { better, minimum } = measures[at] as Measure;
    return { weight, better: better === 'low' ? ('low' as const) : ('high' as const), minimum };
  });
  const values = valuesWithin(frame, panel.rows);
  const whose = { grain: panel.rows, ...values };
  const now = measures.map((measure) => {
    const rows = numbers.rows({ ...whose, ...frame.days }, measure.id);
    return new Map(rows.map((row) => [row.value, row]));
  });
  // One that was split, or has a part of one that was, had no rank that could be held against its present one.
  const then = measures.map((measure) => {
    const rows = earlierRows(frame, numbers, measure, whose, 'before') ?? new Map<string, ComparedRow>();
    return new Map(
      [...rows].flatMap(([value, { was: row }]) => (row.along?.how === 'split' ? [] : [[value, row] as const])),
    );
  });
  const heads = new Map(now.flatMap((rows) => [...rows]));
  const cells = (value: string) => measures.map((measure, at) => figureOfRow(measure, now[at]?.get(value)));

  const groups = groupsOf(frame, panel, [...heads.keys()]).map(({ id, name, members }): Group => {
    const known = knownTo(members, now);
    const pick = <T>(all: readonly T[]) => known.map((at) => all[at] as T);
    const rank = (rows: readonly Column[]) => {
      const contenders = known.length === 0 ? [] : members.map((value) => contenderOf(value, pick(rows)));
      return rankingOf(pick(criteria), contenders);
    };
    const { ranked, apart } = rank(now);
    // A rank by other measures is none to hold against the present one.
    const isAlike = knownTo(members, then).join() === known.join();
    const was = new Map(isAlike ? rank(then).ranked.map((one) => [one.id, one.rank]) : []);
    const named = (value: string) => {
      const row = heads.get(value);
      const ended = row?.ended ?? null;
      const named = row === undefined ? { label: { zh: value, en: value } } : { label: row.label, ...renamedOf(row) };
      return { value, ...named, cells: cells(value), ...(ended === null ? {} : { ended }) };
    };
    return {
      id,
      label: name,
      leftOut: measures.flatMap((measure, at) => (known.includes(at) ? [] : [measure.id])),
      ranked: ranked.map(({ id: value, score, rank, best, worst }) => ({
        ...named(value),
        score,
        rank,
        best,
        worst,
        was: was.get(value) ?? null,
      })),
      apart: apart
        .filter(({ id: value }) => cells(value).some(({ d }) => d > 0))
        .map(({ id: value, n }) => ({ ...named(value), n })),
    };
  });
  return { kind: 'ranking', id: panel.id, label, grain: panel.rows, weights: [...weights], groups };
}

type Column = ReadonlyMap<string, MeasureRow>;

/** By their places the measures for which at least one of a group has anything at all; who lacks one of those is not ranked. */
function knownTo(members: readonly string[], columns: readonly Column[]): readonly number[] {
  return [...columns.keys()].filter((at) => members.some((value) => (columns[at]?.get(value)?.d ?? 0) > 0));
}

function contenderOf(id: string, columns: readonly Column[]): Contender {
  const rows = columns.map((column) => column.get(id));
  return { id, figures: rows.map((row) => row?.rate ?? null), n: rows.map((row) => row?.d ?? 0) };
}

/** The weights in force: the district's own where its parameter gives whole numbers from 0 to 100, else those declared. */
function weightsOf(
  { world }: Frame,
  { weights, parameter }: RankingPanel,
): readonly { measure: string; weight: number }[] {
  const set = parameter === undefined ? null : world.parameter(parameter);
  const own =
    set !== null && typeof set === 'object' && !Array.isArray(set) ? (set as Readonly<Record<string, unknown>>) : {};
  const chosen = Object.entries(weights).map(([measure, declared]) => {
    const weight = own[measure];
    const fits = typeof weight === 'number' && Number.isInteger(weight) && weight >= 0 && weight <= 100;
    return { measure, weight: fits ? weight : declared };
  });
  const counted = chosen.filter(({ weight }) => weight > 0);
  if (counted.length > 0) return counted;
  return Object.entries(weights).flatMap(([measure, weight]) => (weight > 0 ? [{ measure, weight }] : []));
}

function groupsOf(
  { world }: Frame,
  { rows, peers }: RankingPanel,
  values: readonly string[],
): readonly { readonly id: string; readonly name: Words; readonly members: readonly string[] }[] {
  if (rows !== 'unit' || peers === undefined) return [{ id: 'all', name: ALL, members: values }];
  return peers.flatMap((kind) => {
    const members = values.filter((value) => world.org.unit(value)?.kind === kind);
    return members.length === 0 ? [] : [{ id: kind, name: KINDS[kind] ?? { zh: kind, en: kind }, members }];
  });
}
