import type { Predicate } from '../../access/index.ts';
import type { Tx } from '../../db/index.ts';
import type { PromiseRecord } from './promise-record.ts';
import { FOLLOWED, SHOWN_LIGHT } from './shown-light.ts';
import { PROMISE_COLUMNS } from './store.ts';

/** What a list is narrowed to; what is left out is not asked. */
export interface PromiseFilter {
  readonly year?: number | undefined;
  readonly kind?: string | undefined;
  /** All kinds but one. */
  readonly butKind?: string | undefined;
  readonly light?: string | undefined;
  readonly state?: string | undefined;
  readonly official?: string | undefined;
  readonly schedule?: string | undefined;
  /** Led by the unit or one below it: ids of all of them. */
  readonly units?: readonly string[] | undefined;
  readonly leader?: string | undefined;
  readonly disagrees?: boolean | undefined;
  /** Overdue, or due by this day, and not done. */
  readonly dueBy?: string | undefined;
  readonly published?: boolean | undefined;
  readonly report?: string | undefined;
  /** Words of the title or the end of the number. */
  readonly words?: readonly string[] | undefined;
}

/** A page of promises within a reach, by year (the latest first), number and id. */
export async function listPromises(
  tx: Tx,
  tenant: string,
  reach: (first: number) => Predicate,
  filter: PromiseFilter,
  after: { readonly year: number; readonly number: string; readonly id: string } | null,
  limit: number,
): Promise<PromiseRecord[]> {
  const params: unknown[] = [tenant];
  const parts = ['p.tenant = $1'];
  const bind = (value: unknown) => `$${params.push(value)}`;
  const within = reach(params.length + 1);
  params.push(...within.params);
  parts.push(within.sql);
  if (filter.year !== undefined) parts.push(`p.year = ${bind(filter.year)}`);
  if (filter.kind !== undefined) parts.push(`p.kind = ${bind(filter.kind)}`);
  if (filter.butKind !== undefined) parts.push(`p.kind <> ${bind(filter.butKind)}`);
  if (filter.light !== undefined) {
    parts.push(
      filter.light === 'none'
        ? `${SHOWN_LIGHT} is null`
        : filter.light === FOLLOWED
          ? `${SHOWN_LIGHT} = ${bind(filter.light)}`
          : `p.light = ${bind(filter.light)}`,
    );
  }
  if (filter.state !== undefined) parts.push(`p.state = ${bind(filter.state)}`);
  if (filter.official !== undefined) parts.push(`p.official = ${bind(filter.official)}`);
  if (filter.schedule !== undefined) parts.push(`p.schedule = ${bind(filter.schedule)}`);
  if (filter.units !== undefined) parts.push(`p.lead_unit = any(${bind(filter.units)}::uuid[])`);
  if (filter.leader !== undefined) parts.push(`p.leader = ${bind(filter.leader)}`);
  if (filter.report !== undefined) parts.push(`p.report = ${bind(filter.report)}`);
  if (filter.disagrees !== undefined) {
    parts.push(`cardinality(p.disagreements) ${filter.disagrees ? '>' : '='} 0`);
  }
  if (filter.dueBy !== undefined)
    parts.push(`p.due <= ${bind(filter.dueBy)} and p.done_on is null and p.ended_at is null`);
  if (filter.published !== undefined) parts.push(`p.published_at is ${filter.published ? 'not null' : 'null'}`);
  for (const word of filter.words ?? []) {
    const any = bind(`%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
    parts.push(`(p.title ilike ${any} or p.number ilike ${any})`);
  }
  if (after !== null) {
    const [year, number, id] = [bind(after.year), bind(after.number), bind(after.id)];
    parts.push(`(p.year < ${year} or (p.year = ${year} and (p.number, p.id) > (${number}, ${id}::uuid)))`);
  }
  return tx.rows<PromiseRecord>(
    `select ${PROMISE_COLUMNS} from promise p where ${parts.join(' and ')}
     order by p.year desc, p.number, p.id limit ${bind(limit)}`,
    params,
  );
}
