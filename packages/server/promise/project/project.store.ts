import type { Day } from '@huying/kit/promise';
import type { Tx } from '../../db/index.ts';

const ms = (column: string, as: string) => `(extract(epoch from ${column}) * 1000)::float8 as "${as}"`;

/** For when a stage of a project is planned, first and now. */
export interface StagePlan {
  readonly promise: string;
  readonly stage: string;
  readonly firstPlanned: Day;
  readonly planned: Day;
  readonly reason: string | null;
}

export async function stagePlansOf(tx: Tx, tenant: string, promises: readonly string[]): Promise<StagePlan[]> {
  if (promises.length === 0) return [];
  return tx.rows<StagePlan>(
    `select promise, stage, first_planned as "firstPlanned", planned, reason
     from project_stage where tenant = $1 and promise = any($2::uuid[]) order by promise, stage`,
    [tenant, promises],
  );
}

/** Writes for when a stage is planned now; the date first planned never changes. */
export async function putStagePlan(
  tx: Tx,
  tenant: string,
  one: Omit<StagePlan, 'firstPlanned'> & { readonly by: string; readonly account: string | null; readonly at: number },
): Promise<void> {
  await tx.run(
    `insert into project_stage (tenant, promise, stage, first_planned, planned, reason, entered_by, account, at)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8)
     on conflict (tenant, promise, stage) do update
       set planned = excluded.planned, reason = excluded.reason, entered_by = excluded.entered_by, account = excluded.account, at = excluded.at`,
    [tenant, one.promise, one.stage, one.planned, one.reason, one.by, one.account, new Date(one.at)],
  );
}

/** What stands in the way of a project. Instants in epoch milliseconds. */
export interface Blocker {
  readonly id: string;
  readonly promise: string;
  readonly words: string;
  readonly kind: string;
  readonly unit: string | null;
  /** The post of the person who clears it. */
  readonly owner: string | null;
  readonly due: Day;
  readonly raisedAt: number;
  readonly raisedBy: string;
  readonly clearedOn: Day | null;
  readonly outcome: string | null;
  readonly clearedBy: string | null;
  readonly raisedCase: string | null;
  readonly version: number;
}

const blockerColumns = `id, promise, words, kind, unit, owner, due, ${ms('raised_at', 'raisedAt')}, raised_by as "raisedBy",
  cleared_on as "clearedOn", outcome, cleared_by as "clearedBy", raised_case as "raisedCase", version`;

export async function blockersOf(tx: Tx, tenant: string, promises: readonly string[]): Promise<Blocker[]> {
  if (promises.length === 0) return [];
  return tx.rows<Blocker>(
    `select ${blockerColumns} from blocker where tenant = $1 and promise = any($2::uuid[]) order by promise, raised_at, id`,
    [tenant, promises],
  );
}

export async function findBlocker(tx: Tx, tenant: string, id: string): Promise<Blocker | undefined> {
  return tx.one<Blocker>(`select ${blockerColumns} from blocker where tenant = $1 and id = $2`, [tenant, id]);
}

export async function lockBlocker(tx: Tx, tenant: string, id: string): Promise<Blocker | undefined> {
  return tx.one<Blocker>(`select ${blockerColumns} from blocker where tenant = $1 and id = $2 for update`, [
    tenant,
    id,
  ]);
}

/** Open blockers that were due before a day and opened no supervision item yet, locked; those in other hands are left to them. */
export async function lateBlockers(tx: Tx, tenant: string, today: Day, most: number): Promise<Blocker[]> {
  return tx.rows<Blocker>(
    `select ${blockerColumns} from blocker
     where tenant = $1 and cleared_on is null and due < $2 and raised_case is null order by due, id limit $3 for update skip locked`,
    [tenant, today, most],
  );
}

export async function insertBlocker(tx: Tx, tenant: string, one: Blocker): Promise<void> {
  await tx.run(
    `insert into blocker (tenant, id, promise, words, kind, unit, owner, due, raised_at, raised_by, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tenant,
      one.id,
      one.promise,
      one.words,
      one.kind,
      one.unit,
      one.owner,
      one.due,
      new Date(one.raisedAt),
      one.raisedBy,
      one.version,
    ],
  );
}

/** Writes a locked blocker as it stands now. */
export async function updateBlocker(tx: Tx, tenant: string, one: Blocker): Promise<void> {
  await tx.run(
    `update blocker set unit = $3, owner = $4, due = $5, cleared_on = $6, outcome = $7, cleared_by = $8, raised_case = $9, version = $10
     where tenant = $1 and id = $2`,
    [
      tenant,
      one.id,
      one.unit,
      one.owner,
      one.due,
      one.clearedOn,
      one.outcome,
      one.clearedBy,
      one.raisedCase,
      one.version,
    ],
  );
}

/** A leader was there. `at` in epoch milliseconds. */
export interface Visit {
  readonly id: string;
  readonly promise: string;
  /** The leader's post. */
  readonly leader: string;
  readonly leaderName: string;
  readonly visitedOn: Day;
  readonly found: string;
  readonly asked: string | null;
  readonly enteredBy: string;
  readonly at: number;
}

const visitColumns = `id, promise, leader, leader_name as "leaderName", visited_on as "visitedOn", found, asked, entered_by as "enteredBy",
  ${ms('at', 'at')}`;

export async function visitsOf(tx: Tx, tenant: string, promises: readonly string[]): Promise<Visit[]> {
  if (promises.length === 0) return [];
  return tx.rows<Visit>(
    `select ${visitColumns} from visit where tenant = $1 and promise = any($2::uuid[]) order by promise, visited_on, id`,
    [tenant, promises],
  );
}

export async function insertVisit(tx: Tx, tenant: string, one: Visit): Promise<void> {
  await tx.run(
    `insert into visit (tenant, id, promise, leader, leader_name, visited_on, found, asked, entered_by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tenant,
      one.id,
      one.promise,
      one.leader,
      one.leaderName,
      one.visitedOn,
      one.found,
      one.asked,
      one.enteredBy,
      new Date(one.at),
    ],
  );
}

/** A permit of a site: what it is, its number and paper, when it was given. */
export interface Permit {
  readonly kind: string;
  readonly number: string | null;
  readonly document: string | null;
  readonly issuedOn: Day | null;
}

/** A place where a project is carried out, with its permits. */
export interface PermittedSite {
  readonly id: string;
  readonly promise: string;
  readonly no: number;
  readonly name: string;
  readonly address: string | null;
  readonly area: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly state: string;
  readonly permits: readonly Permit[];
  readonly version: number;
}

const siteColumns = `id, promise, no, name, address, area, longitude, latitude, state, permits, version`;

export async function sitesOf(tx: Tx, tenant: string, promises: readonly string[]): Promise<PermittedSite[]> {
  if (promises.length === 0) return [];
  return tx.rows<PermittedSite>(
    `select ${siteColumns} from site where tenant = $1 and promise = any($2::uuid[]) order by promise, no`,
    [tenant, promises],
  );
}

export async function lockSite(tx: Tx, tenant: string, id: string): Promise<PermittedSite | undefined> {
  return tx.one<PermittedSite>(`select ${siteColumns} from site where tenant = $1 and id = $2 for update`, [
    tenant,
    id,
  ]);
}

export async function setPermits(tx: Tx, tenant: string, site: PermittedSite): Promise<void> {
  await tx.run('update site set permits = $3, version = $4 where tenant = $1 and id = $2', [
    tenant,
    site.id,
    JSON.stringify(site.permits),
    site.version,
  ]);
}
