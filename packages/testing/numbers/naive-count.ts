import { parseLimit, startClock } from '@huying/kit/clock';
import type { CaseDistrict } from '../district/index.ts';
import type { SeenStep } from './random-district.ts';

/** `measure grain value day` → [n, d, x], counted from the cases as they stand and from the steps a test saw; nothing of the engine's. */
export type NaiveCount = ReadonlyMap<string, readonly [number, number, number]>;

interface Row {
  readonly id: string;
  readonly unit: string | null;
  readonly area: string | null;
  readonly matter: string | null;
  readonly channel: string | null;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly firstDueOn: string | null;
  readonly dueOn: string | null;
  readonly opened: number;
  readonly closed: number | null;
  readonly firstDue: number | null;
  readonly due: number | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly data: {
    readonly solved?: string;
    readonly satisfied?: string;
    readonly matter?: string;
    readonly demandClass?: string;
  };
}

export async function naiveCount(district: CaseDistrict, seen: readonly SeenStep[], zone: string): Promise<NaiveCount> {
  const rows = await rowsOf(district, zone);
  const counts = new Map<string, [number, number, number]>();
  const dayOf = (at: number) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
  const add = (measure: string, on: string | null, where: Partial<Row>, add3: readonly [number, number, number]) => {
    if (on === null) return;
    const { unit = null, area = null, channel = null, matter = null } = where;
    const street = area?.slice(0, 9) ?? null;
    const pair = (first: string | null, second: string | null) => (first === null ? null : `${first} ${second ?? ''}`);
    const places = {
      all: '',
      unit,
      street,
      cell: area,
      channel,
      matter,
      'unit.matter': pair(unit, matter),
      'unit.channel': pair(unit, channel),
      'street.matter': pair(street, matter),
    };
    for (const [grain, value] of Object.entries(places)) {
      if (value === null) continue;
      const key = `${measure} ${grain} ${value} ${on}`;
      const [n, d, x] = counts.get(key) ?? [0, 0, 0];
      counts.set(key, [n + add3[0], d + add3[1], x + add3[2]]);
    }
  };
  const rate = (of: boolean, except = false): [number, number, number] => (except ? [0, 0, 1] : [of ? 1 : 0, 1, 0]);
  const one: [number, number, number] = [1, 0, 0];

  for (const row of rows) {
    const done = (action: string) => row.counts[action] ?? 0;
    const at = { ...row, matter: row.data.matter ?? row.data.demandClass ?? null };
    const own = seen.filter(({ id }) => id === row.id);
    const exempted = done('grantAppeal') > 0;
    const dispatches = own.filter(
      ({ action, state }) => ['dispatch', 'arbitrate', 'conclude'].includes(action) && state === 'dispatched',
    );
    const called = own.findLast(({ action }) => action === 'callBack');
    const unreasonable = done('judgeUnreasonable') > 0;
    const [first] = dispatches;
    add('hotline.received', row.openedOn, at, one);
    if (row.closed !== null) add('hotline.closed', row.closedOn, at, one);
    if (exempted) add('hotline.exempted', row.dueOn, at, one);
    add(
      'hotline.onTimeFirst',
      row.firstDueOn,
      at,
      rate(row.closed !== null && row.closed <= (row.firstDue ?? 0), exempted),
    );
    add('hotline.onTimeApproved', row.dueOn, at, rate(row.closed !== null && row.closed <= (row.due ?? 0), exempted));
    add('hotline.duplicate', row.openedOn, at, rate(done('markDuplicate') > done('separate')));
    if (row.closed !== null && first !== undefined) {
      add('hotline.extension', row.closedOn, at, rate(done('grantExtension') > 0));
      const failed = own.some(
        ({ action, asked }) => action === 'redo' || (action === 'verify' && asked.passed === false),
      );
      add('hotline.rework', row.closedOn, at, rate(failed));
    }
    if (first !== undefined) {
      const straight = dispatches.length === 1 && done('sendBack') === 0;
      add('hotline.firstDispatch', dayOf(first.at), at, rate(straight));
      add('hotline.misdispatch', dayOf(first.at), at, rate(!straight));
    }
    if (called !== undefined) {
      const on = dayOf(called.at);
      add('hotline.called', on, at, one);
      const { solved, satisfied } = row.data;
      if (solved === 'yes' || solved === 'no') add('hotline.solved', on, at, rate(solved === 'yes', unreasonable));
      if (satisfied !== undefined && satisfied !== 'none') {
        add('hotline.satisfied', on, at, rate(satisfied !== 'dissatisfied', unreasonable));
      }
    }
    for (const dispatch of dispatches) {
      const rest = own.slice(own.indexOf(dispatch) + 1);
      const next = rest.find((step) => step.action === 'sendBack' || dispatches.includes(step));
      const within = next === undefined ? rest : rest.slice(0, rest.indexOf(next));
      const sentBack = next?.action === 'sendBack';
      const stintAt = { unit: dispatch.unit };
      add('hotline.sendBack', dayOf(dispatch.at), stintAt, rate(sentBack));
      const limit = parseLimit('4工作时', 'dates').limit;
      const basis = { since: { zh: '', en: '' } };
      const due = startClock(district.calendar, { at: dispatch.at, limit, basis }).state.promise.at;
      const signed = within.find(({ action }) => action === 'sign');
      const moved = next !== undefined;
      const inTime = signed !== undefined && Math.floor(signed.at / 1000) * 1000 <= due;
      add('hotline.signing', dayOf(due), stintAt, rate(inTime, moved && signed === undefined));
    }
  }
  return counts;
}

/** `measure grain value day` → how many tickets were open, or open and late, at the end of each of these days: looked at one by one. */
export async function naiveStocks(
  district: CaseDistrict,
  zone: string,
  days: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const stocks = new Map<string, number>();
  for (const row of await rowsOf(district, zone)) {
    const matter = row.data.matter ?? row.data.demandClass ?? null;
    const places = { all: '', unit: row.unit, street: row.area?.slice(0, 9) ?? null, cell: row.area, matter };
    for (const day of days) {
      if (row.closedOn !== null && row.closedOn <= day) continue;
      const there = [
        ...(row.openedOn <= day ? ['hotline.open'] : []),
        ...(row.dueOn !== null && row.dueOn <= day ? ['hotline.openLate'] : []),
      ];
      for (const measure of there) {
        for (const [grain, value] of Object.entries(places)) {
          const key = `${measure} ${grain} ${value} ${day}`;
          if (value !== null) stocks.set(key, (stocks.get(key) ?? 0) + 1);
        }
      }
    }
  }
  return stocks;
}

async function rowsOf(district: CaseDistrict, zone: string): Promise<readonly Row[]> {
  const day = (column: string) => `to_char(${column} at time zone $2, 'YYYY-MM-DD')`;
  const second = (column: string) => `floor(extract(epoch from ${column}))::float8 * 1000`;
  return district.inside(({ tx }) =>
    tx.rows<Row>(
      `select id, unit, area, channel, ${day('opened_at')} as "openedOn", ${day('closed_at')} as "closedOn",
         ${day('first_due_at')} as "firstDueOn", ${day('due_at')} as "dueOn", ${second('opened_at')} as opened,
         ${second('closed_at')} as closed, ${second('first_due_at')} as "firstDue", ${second('due_at')} as due, counts, data
       from case_record where tenant = $1`,
      [district.tenant, zone],
    ),
  );
}
