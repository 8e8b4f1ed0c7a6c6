import { Readable } from 'node:stream';
import { rankingOf } from '@huying/kit/board';
import type { OfficialDocument } from '@huying/kit/document';
import { type BallotChoice, countBallots } from '@huying/kit/promise';
import { madeDocument } from '@huying/server/exchange';
import { openReadyAccount } from '@huying/server/identity';
import { type Capacity, inTenant, runOperation, theSystem } from '@huying/server/ledger';
import { insertOrg } from '@huying/server/org';
import { setParameterOperation } from '@huying/server/parameter';
import { bulletinOperations, countPoll, lightsOn } from '@huying/server/promise';
import { createTenant } from '@huying/server/tenant';
import { v7 } from 'uuid';
import type { DataSet } from './data-set.ts';
import type { Figure } from './figure.ts';

const district = 'bench-promises';
/** A year of so many promises is lit; of the other a bulletin is made. */
const present = new Date().getUTCFullYear();
const LIT = { year: present, promises: 5_000 };
const TOLD = { year: present - 1, promises: 200 };
const DEPUTIES = 300;
const CANDIDATES = 15;
const LINES = 400_000;

/** Lights of a large year, a bulletin with its annexes in each format, a ranking, and votes counted again; in a district of its own. */
export async function measurePromises({ program }: DataSet): Promise<Figure[]> {
  const { services } = program;
  const { unit, supervisor } = await openDistrict(program);
  await seedYear(program, unit, LIT);
  await seedYear(program, unit, TOLD);
  const system: Capacity = { tenant: district, actor: theSystem };
  await inTenant(services, system, (ctx) => lightsOn(ctx, services, TOLD.year));

  const lights = await best(3, () => inTenant(services, system, (ctx) => lightsOn(ctx, services, LIT.year)));
  const bulletins = bulletinOperations(services);
  const from = performance.now();
  const { id } = await runOperation(services, bulletins.draft, {
    ...supervisor,
    input: { kind: 'bulletin', year: TOLD.year, asOf: `${TOLD.year}-07-02`, ranking: false },
  });
  const drafted = since(from);
  const made: string[] = [];
  let slowest = 0;
  for (const format of ['pdf', 'docx', 'xlsx'] as const) {
    const { document } = await runOperation(services, bulletins.document, { ...supervisor, input: { id, format } });
    const begun = performance.now();
    await madeDocument(document as OfficialDocument, format);
    slowest = Math.max(slowest, since(begun));
    made.push(`${format} ${since(begun).toFixed(2)} s`);
  }
  const ranked = await best(5, async () => rankingOf(...twentyStreets()));
  const recounted = await best(5, async () => countBallots(names, ballots(), 10));
  const polled = await best(2, () =>
    countPoll('poll', pollFile(), {
      numbers: new Map(names.map((name, at) => [String(at + 1), name])),
      mostApprovals: 10,
    }),
  );
  return [
    mark(`lights of ${LIT.promises.toLocaleString('en')} promises`, lights, 1),
    mark(
      `bulletin of ${TOLD.promises} promises with annexes, drafted and made in the slowest format`,
      drafted + slowest,
      5,
      `drafted ${drafted.toFixed(2)} s; ${made.join(', ')}`,
    ),
    mark('ranking of 20 streets by 30 measures, with intervals', ranked, 1),
    mark(`recount of ${DEPUTIES} deputies × ${CANDIDATES} candidates`, recounted, 1),
    mark(`a public poll of ${LINES.toLocaleString('en')} lines, read and counted`, polled, 5),
  ];
}

function mark(what: string, value: number, floor: number, note?: string): Figure {
  const told = 'floor: the mark';
  return { part: 'promises', what, value, unit: 's', floor, note: note === undefined ? told : `${note}; ${told}` };
}

const since = (from: number): number => (performance.now() - from) / 1000;

/** Seconds of the quickest of some runs: what else the machine does is not the program's. */
async function best(runs: number, work: () => Promise<unknown>): Promise<number> {
  let quickest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const from = performance.now();
    await work();
    quickest = Math.min(quickest, since(from));
  }
  return quickest;
}

type Program = DataSet['program'];

/** A district of one unit and one supervisor. */
async function openDistrict({ services }: Program): Promise<{ unit: string; supervisor: Capacity }> {
  const now = services.now();
  await createTenant(services.db, { code: district, name: { zh: '测算区', en: 'Bench' }, zone: 'Asia/Shanghai' }, now);
  return inTenant(services, { tenant: district, actor: theSystem }, async (ctx) => {
    const years = [TOLD.year, LIT.year].map((year) => ({ year, days: [], complete: true }));
    const value = { zone: 'Asia/Shanghai', years };
    await setParameterOperation(services.parameters).run(ctx, { name: 'base.calendar', value, reason: 'bench' });
    const [unit, account, post] = [v7(), v7(), v7()];
    const since = { from: now - 1000, to: null };
    const displayName = 'supervisor';
    await openReadyAccount(ctx.tx, now, {
      id: account,
      name: account,
      displayName,
      locale: 'zh',
      passwordHash: '-',
      home: district,
    });
    await insertOrg(
      ctx.tx,
      district,
      [
        {
          id: unit,
          parent: null,
          path: unit,
          code: 'b',
          kind: 'district',
          name: { zh: '区', en: 'b' },
          area: null,
          ...since,
        },
      ],
      [{ id: post, account, unit, role: 'supervisor', area: null, ...since }],
    );
    return { unit, supervisor: { tenant: district, actor: { kind: 'person', account, post, name: displayName } } };
  });
}

/** A year of livelihood projects in July, each with an indicator observed six times and two tasks. */
async function seedYear({ services }: Program, unit: string, { year, promises }: typeof LIT): Promise<void> {
  await inTenant(services, { tenant: district, actor: theSystem }, async ({ tx }) => {
    await tx.run(
      `insert into promise (tenant, id, number, year, kind, state, issued_on, title, due, firmness, official, evidence, schedule, lead_unit, involved,
         data, version, created_at, changed_at)
       select $1, gen_random_uuid(), 'BN-' || $2::integer || '-' || n, $2, 'livelihood', 'building', make_date($2, 1, 5), '第' || n || '项', make_date($2, 12, 31),
         'plain', 'under-way', 'none', 'not-due', $3, array[$3]::uuid[], '{}', 1, now(), now() from generate_series(1, $4::integer) as n`,
      [district, year, unit, promises],
    );
    await tx.run(
      `insert into indicator (tenant, promise, name, label, unit, decimals, aim, mode, value, base, shape, start, due, weight, every, position)
       select $1, id, 'length', '长度', '公里', 1, 'up', 'cumulative', 100, 0, 'months', make_date($2, 1, 1), make_date($2, 12, 31), 1, 'month', 0
       from promise where tenant = $1 and year = $2`,
      [district, year],
    );
    await tx.run(
      `insert into observation (tenant, id, promise, indicator, value, as_of, source, standing, entered_by, at)
       select $1, gen_random_uuid(), p.id, 'length', m * 6 + (hashtext(p.id::text) % 5), make_date($2, m, 28), 'self', 'final', '甲', now()
       from promise p, generate_series(1, 6) as m where p.tenant = $1 and p.year = $2`,
      [district, year],
    );
    await tx.run(
      `insert into task (tenant, id, promise, kind, title, weight, due, first_due, state, position, version)
       select $1, gen_random_uuid(), p.id, 'task', '任务' || n, n, make_date($2, n * 4, 30), make_date($2, n * 4, 30), 'open', n, 1
       from promise p, generate_series(1, 2) as n where p.tenant = $1 and p.year = $2`,
      [district, year],
    );
  });
}

function twentyStreets(): Parameters<typeof rankingOf> {
  const criteria = Array.from({ length: 30 }, (_, at) => ({
    weight: 1 + (at % 7),
    better: at % 3 === 0 ? ('low' as const) : ('high' as const),
    minimum: 1,
  }));
  const streets = Array.from({ length: 20 }, (_, at) => ({
    id: `s${at}`,
    figures: criteria.map((__, measure) => ((at * 37 + measure * 101) % 1000) / 10),
    n: criteria.map(() => 50),
  }));
  return [criteria, streets];
}

const names = Array.from({ length: CANDIDATES }, (_, at) => `c${at}`);

function* ballots(): Generator<Record<string, BallotChoice>> {
  for (let deputy = 0; deputy < DEPUTIES; deputy += 1) {
    yield Object.fromEntries(
      names.map((name, at) => [name, (deputy + at) % 15 < 10 ? ('approve' as const) : ('abstain' as const)]),
    );
  }
}

function pollFile(): Readable {
  const lines = Array.from({ length: LINES }, (_, at) => {
    const choices = Array.from({ length: 10 }, (__, one) => ((at * 7 + one * 3) % CANDIDATES) + 1).join(' ');
    return `T${String(at).padStart(9, '0')},${choices}`;
  });
  const bytes = Buffer.from(`token,choices\n${lines.join('\n')}\n`);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, at) =>
    bytes.subarray(at * 65_536, (at + 1) * 65_536),
  );
  return Readable.from(pieces);
}
