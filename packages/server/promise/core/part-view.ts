import type { Words } from '@huying/kit/error';
import { type Day, expectedValueAt, monthEndOf, type Standing } from '@huying/kit/promise';
import type { Figures } from './figures.ts';
import { revisedThing } from './in-force.ts';
import { indicatorOf, timeOf } from './indicator-row.ts';
import type { PromiseNames } from './promise-names.ts';
import type {
  DutyRecord,
  EvidenceRecord,
  IndicatorRecord,
  ObservationRecord,
  PromiseBundle,
  RevisionRecord,
  TaskRecord,
  VerificationRecord,
} from './promise-record.ts';
import type { PromiseView } from './promise-view.ts';

const iso = (at: number) => new Date(at).toISOString();

export function dutyView(names: PromiseNames, duty: DutyRecord): PromiseView['duties'][number] {
  const { id, part, post, since, until, reason, setBy } = duty;
  return {
    id,
    part,
    unit: names.unit(duty.unit),
    post: post === null ? null : { id: post, name: names.person(post) ?? '' },
    since,
    until,
    reason,
    setBy,
  };
}

/** The indicators as they stand on the day of the figures, each with what was observed of it. */
export function indicatorViews(
  names: PromiseNames,
  bundle: PromiseBundle,
  { inForce, standing }: Figures,
  observations: readonly ObservationRecord[],
): PromiseView['indicators'] {
  return inForce.indicators.map((row, at) => {
    const first = inForce.revised.get(`indicator:${row.name}:value`)?.original;
    return {
      name: row.name,
      label: row.label,
      unit: row.unit,
      decimals: row.decimals,
      aim: row.aim,
      mode: row.mode,
      target: row.value,
      original: typeof first === 'number' ? first : null,
      upper: row.upper,
      base: row.base,
      weight: row.weight,
      every: row.every,
      measure: row.measure,
      stage: row.stage,
      askedUnit: names.unit(row.askedUnit),
      standing: standingView(standing.standings[at]),
      path: pathView(row, bundle.promise.year, inForce.promise.due),
      observations: observations.filter(({ indicator }) => indicator === row.name).map(observationView),
    };
  });
}

function standingView(standing: Standing | undefined): PromiseView['indicators'][number]['standing'] {
  return {
    value: standing?.value ?? null,
    p: standing?.p ?? null,
    e: standing?.e ?? null,
    deltaPoints: standing?.deltaPoints ?? null,
    ratio: standing?.ratio ?? null,
    met: standing?.met ?? null,
    margin: standing?.margin ?? null,
    forecast: standing?.forecast ?? null,
    source: standing?.source ?? null,
  };
}

/** What was to be reached at each month's end, in the indicator's unit; the points themselves where it has points of its own. */
function pathView(row: IndicatorRecord, year: number, due: Day | null): { on: Day; expected: number }[] {
  const indicator = indicatorOf(row, { year, due });
  if (indicator.path.shape === 'points') return indicator.path.points.map((point) => ({ ...point }));
  const time = timeOf({ year, due });
  const ends = Array.from({ length: 12 }, (_, month) => monthEndOf(`${year}-${String(month + 1).padStart(2, '0')}-01`));
  const days = [...ends.filter((end) => end < time.due), time.due];
  return days.flatMap((on) => {
    const expected = expectedValueAt(indicator.path, indicator.aim, on);
    return expected === null ? [] : [{ on, expected }];
  });
}

export function observationView(one: ObservationRecord): PromiseView['indicators'][number]['observations'][number] {
  const { id, value, growth, asOf, source, standing, basis, corrects, reason, enteredBy, at } = one;
  return { id, value, growth, asOf, source, standing, basis, corrects, reason, enteredBy, at: iso(at) };
}

export function taskView(names: PromiseNames, task: TaskRecord): PromiseView['tasks'][number] {
  const { id, parent, kind, title, weight, start, due, firstDue, state, doneOn, version } = task;
  return { id, parent, kind, title, unit: names.unit(task.unit), weight, start, due, firstDue, state, doneOn, version };
}

export function evidenceView(one: EvidenceRecord): PromiseView['evidenceItems'][number] {
  const { promise: _, account: __, unit: ___, takenAt, at, ...rest } = one;
  return { ...rest, takenAt: takenAt === null ? null : iso(takenAt), at: iso(at) };
}

export function verificationView(one: VerificationRecord): PromiseView['verifications'][number] {
  const { promise: _, account: __, post: ___, at, ...rest } = one;
  return { ...rest, at: iso(at) };
}

export function revisionView(
  bundle: PromiseBundle,
  one: RevisionRecord,
  congress: boolean,
): PromiseView['revisions'][number] {
  const { promise: _, askedAccount: __, decidedAccount: ___, askedAt, decidedAt, ...rest } = one;
  return {
    ...rest,
    congress,
    label: revisedWords(bundle, one.what),
    askedAt: iso(askedAt),
    decidedAt: decidedAt === null ? null : iso(decidedAt),
  };
}

const FIELDS: Readonly<Record<string, Words>> = {
  due: { zh: '完成时限', en: 'due day' },
  title: { zh: '名称', en: 'title' },
  deliverable: { zh: '任务内容', en: 'deliverable' },
  measure: { zh: '衡量标准', en: 'measure' },
  firmness: { zh: '约束程度', en: 'firmness' },
  weight: { zh: '权重', en: 'weight' },
  value: { zh: '目标值', en: 'target' },
  upper: { zh: '区间上限', en: 'upper bound' },
  base: { zh: '基数', en: 'base' },
};

/** What a revision changes, in words. */
export function revisedWords({ indicators, tasks }: Pick<PromiseBundle, 'indicators' | 'tasks'>, what: string): Words {
  const thing = revisedThing(what);
  if (thing === undefined) return { zh: what, en: what };
  if (thing.of === 'cancelled') return { zh: '取消', en: 'Cancelled' };
  const field = FIELDS[thing.field] ?? { zh: thing.field, en: thing.field };
  if (thing.of === 'promise') return { zh: field.zh, en: field.en };
  const name =
    thing.of === 'indicator'
      ? indicators.find((one) => one.name === thing.name)?.label
      : tasks.find((one) => one.id === thing.id)?.title;
  return { zh: `${name ?? ''}：${field.zh}`, en: `${name ?? ''}: ${field.en}` };
}
