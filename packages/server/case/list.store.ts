import type { Tx } from '../db/index.ts';
import type { ClockColumn } from './clock-column.ts';

/** A row of the case list as the database keeps it. */
export interface ListedCase {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly title: string;
  readonly state: string;
  readonly matter: string | null;
  readonly kind: string | null;
  readonly urgency: string | null;
  readonly unit: string | null;
  readonly handler: string | null;
  readonly area: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly dueAt: Date | null;
  readonly stepDue: Date | null;
  /** The clock promised to the citizen. */
  readonly promised: ClockColumn | null;
  readonly round: number;
  readonly urged: number;
  readonly version: number;
}

const COLUMNS = `c.id, c.number, c.type, c.title, c.state, c.matter, c.kind, c.urgency, c.unit, c.handler, c.area,
  c.opened_at as "openedAt", c.closed_at as "closedAt", c.due_at as "dueAt", c.clocks -> c.promise as promised, c.round,
  coalesce((c.counts ->> 'urge')::integer, 0) as urged, c.version`;

/** When the step is due that the case waits for: a promise may be in good time while somebody's desk is not. */
export const STEP_DUE = '(select min(t.due_at) from case_task t where t.tenant = c.tenant and t.case_id = c.id)';

/** What is read of each case of a list, over `c`. */
export const CASE_LIST_COLUMNS = `${COLUMNS}, ${STEP_DUE} as "stepDue"`;

/** When a case is due, 'infinity' where it is at no time: what the indexes of due times hold. A coalesce() would not be let through to them. */
export const DUE_ORDER = `(case when c.due_at is null then 'infinity' else c.due_at end)`;

/** How a list is ordered, and from where the page goes on. */
export type ListOrder = 'due' | 'newest';

const KEYS: Readonly<
  Record<ListOrder, { readonly value: string; readonly direction: '>' | '<'; readonly order: string }>
> = {
  due: { value: DUE_ORDER, direction: '>', order: `${DUE_ORDER}, c.id` },
  newest: { value: 'c.opened_at', direction: '<', order: 'c.opened_at desc, c.id desc' },
};

export interface ListQuery {
  /** Condition over `c`, its parameters beginning with $2. */
  readonly where: string;
  readonly params: readonly unknown[];
  readonly order: ListOrder;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

/** One page of cases, by keyset. */
export async function listCases(tx: Tx, tenant: string, query: ListQuery): Promise<ListedCase[]> {
  const { value, direction, order } = KEYS[query.order];
  const params: unknown[] = [tenant, ...query.params];
  let where = `c.tenant = $1 and ${query.where}`;
  if (query.after !== null) {
    where += ` and (${value}, c.id) ${direction} ($${params.length + 1}::timestamptz, $${params.length + 2}::uuid)`;
    params.push(query.after.at, query.after.id);
  }
  return tx.rows<ListedCase>(
    `select ${CASE_LIST_COLUMNS} from case_record c where ${where}
     order by ${order} limit $${params.length + 1}`,
    [...params, query.limit],
  );
}

/** Whose tasks are asked for: a post, the role it has, the units it stands for and the area it answers for. */
export interface TaskQuery {
  readonly post: string;
  readonly role: string;
  readonly units: readonly string[];
  readonly area: string | null;
}

/** Tasks of a reader, their parameters numbered from `first`. */
// Three arms, so that each is served by its own index: what is for the role at large, for the units, for the very post.
export function tasksSql(first: number): string {
  const [post, role, units, area, lineage] = [0, 1, 2, 3, 4].map((offset) => `$${first + offset}`);
  return `(
  select t.case_id, t.due_at from case_task t where t.tenant = $1 and t.role = ${role} and t.unit is null and t.post is null
    and (t.outside is null or t.outside <> all (${lineage}::uuid[]))
    and (${area}::text is null or (t.area >= ${area} and t.area < ${area} || '~'))
  union all
  select t.case_id, t.due_at from case_task t where t.tenant = $1 and t.unit = any(${units}::uuid[]) and t.role = ${role}
  union all
  select t.case_id, t.due_at from case_task t where t.tenant = $1 and t.post = ${post}
)`;
}

const TASKS = tasksSql(2);

export function taskParams(query: TaskQuery, lineage: readonly string[]): unknown[] {
  return [query.post, query.role, query.units, query.area, lineage];
}

/** The reader's tasks as a condition over `c`, to be joined with others; its parameters are numbered from `first`. */
export function hasTaskSql(
  query: TaskQuery,
  lineage: readonly string[],
  first: number,
): { readonly sql: string; readonly params: readonly unknown[] } {
  return { sql: `c.id in (select s.case_id from ${tasksSql(first)} s)`, params: taskParams(query, lineage) };
}

/**
 * What the reader has to do, the most pressing first, each case once with its earliest step. `lineage` is the reader's
 * unit with all above it: whatever was handled by one of them is not theirs to verify.
 */
export async function listTasks(
  tx: Tx,
  tenant: string,
  query: TaskQuery,
  lineage: readonly string[],
  after: { readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<ListedCase[]> {
  const params = [tenant, ...taskParams(query, lineage)];
  const from = after === null ? '' : 'having (min(s.due_at), s.case_id) > ($8::timestamptz, $9::uuid)';
  return tx.rows<ListedCase>(
    `with mine as (
       select s.case_id, min(s.due_at) as due_at from ${TASKS} s group by s.case_id ${from}
       order by 2, 1 limit $7
     )
     select ${COLUMNS}, m.due_at as "stepDue" from mine m join case_record c on c.tenant = $1 and c.id = m.case_id
     order by m.due_at, c.id`,
    [...params, limit, ...(after === null ? [] : [after.at, after.id])],
  );
}
