import type { Db, Tx } from '../../db/index.ts';
import { withTenantShared } from '../../tenant/index.ts';
import { type Capacity, type Ctx, contextOf, doAfter, inTenant, type Services } from './ctx.ts';

/** Transactions of one district under way at a time: while one commits, the next is prepared. */
const AT_ONCE = 2;
/**
 * Operations in one transaction at most: fewer than come under load, so that some are computed while the others are written, and
 * one that fails makes few others run again.
 */
const MOST = 16;

interface Entrant {
  /** What no two of one transaction may both touch. */
  readonly touches: readonly string[];
  work(tx: Tx): Promise<() => void>;
  refuse(error: unknown): void;
  alone(): Promise<void>;
}

interface Intake {
  readonly waiting: Entrant[];
  underWay: number;
  /** What the transactions under way touch. */
  readonly touched: Set<string>;
}

const intakes = new WeakMap<Db, Map<string, Intake>>();

/**
 * Runs `work` in a transaction that it shares with whatever else of the district waits at that moment: under load many operations
 * cost one commit, and without load none waits for company. Every work must be one that can be run again under its key:
 * it is, alone, when the shared transaction failed.
 */
export function enter<T>(
  services: Services,
  capacity: Capacity,
  touches: readonly string[],
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const intake = intakeOf(services.db, capacity.tenant);
  return new Promise<T>((resolve, reject) => {
    intake.waiting.push({
      touches,
      async work(tx) {
        const after: (() => void)[] = [];
        const answer = await work(contextOf(services, capacity, tx, after));
        return () => {
          doAfter(services, after);
          resolve(answer);
        };
      },
      refuse: reject,
      alone: () => inTenant(services, capacity, work).then(resolve, reject),
    });
    // Whoever comes in the same turn of the event loop goes along.
    setImmediate(() => start(services.db, capacity.tenant, intake));
  });
}

function start(db: Db, tenant: string, intake: Intake): void {
  while (intake.underWay < AT_ONCE && intake.waiting.length > 0) {
    const company = nextCompany(intake);
    if (company.length === 0) return;
    intake.underWay += 1;
    void carryOut(db, tenant, company).finally(() => {
      intake.underWay -= 1;
      for (const { touches } of company) for (const name of touches) intake.touched.delete(name);
      start(db, tenant, intake);
    });
  }
}

/** Those who waited longest and touch nothing that one before them touches; the others stay, in their order. */
function nextCompany(intake: Intake): Entrant[] {
  const company: Entrant[] = [];
  const staying: Entrant[] = [];
  const before = new Set(intake.touched);
  for (const entrant of intake.waiting) {
    const goes = company.length < MOST && entrant.touches.every((name) => !before.has(name));
    (goes ? company : staying).push(entrant);
    for (const name of entrant.touches) before.add(name);
  }
  for (const { touches } of company) for (const name of touches) intake.touched.add(name);
  intake.waiting.splice(0, intake.waiting.length, ...staying);
  return company;
}

async function carryOut(db: Db, tenant: string, company: readonly Entrant[]): Promise<void> {
  const [only] = company;
  if (company.length === 1 && only !== undefined) return only.alone();
  const outcomes = await withTenantShared(
    db,
    tenant,
    company.map((entrant) => (tx: Tx) => entrant.work(tx)),
  );
  const again: Entrant[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const entrant = company[index] as Entrant;
    if (outcome.kind === 'done') outcome.answer();
    else if (outcome.kind === 'refused') entrant.refuse(outcome.error);
    else again.push(entrant);
  }
  for (const entrant of again) await entrant.alone();
}

function intakeOf(db: Db, tenant: string): Intake {
  const ofDb = intakes.get(db) ?? new Map<string, Intake>();
  intakes.set(db, ofDb);
  const intake = ofDb.get(tenant) ?? { waiting: [], underWay: 0, touched: new Set<string>() };
  ofDb.set(tenant, intake);
  return intake;
}
