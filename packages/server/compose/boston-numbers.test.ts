import { existsSync } from 'node:fs';
import path from 'node:path';
import { boardOperations, type PanelOf, type PanelView } from '@huying/server/board';
import { programFolder } from '@huying/server/db';
import { importRequests, openRequests, rowsOf } from '@huying/server/exchange';
import { type Actor, inTenant, runOperation } from '@huying/server/ledger';
import { fold, readMeasures, recount } from '@huying/server/measure';
import { changeOrg, createAccount, insertOrg, orgOf } from '@huying/server/org';
import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import { beforeAll, describe, expect, it } from 'vitest';
import { requestImportOf } from './request-sink.ts';

const file = path.join(programFolder, '../shared/data/requests/boston-2011-jul-oct.csv.gz');
const mapping = path.join(programFolder, 'district/boston-2011/mapping.json');
const there = existsSync(file);

/** Closed by the due time that was given, of all that were given one. */
type Share = { n: number; d: number };

const onTime = 'hotline.onTimeFirst';
const approved = 'hotline.onTimeApproved';
const all = { from: '2011-01-01', to: '2019-12-31' };
/** Eighteen requests are due in 2059: at no time yet anybody's business. */
const END = Date.parse('2020-01-01T00:00:00-05:00');

describe.skipIf(!there)(
  `the numbers of Boston${there ? '' : ' (skipped: ../shared/data/requests is not there)'}`,
  async () => {
    const { program } = await testProgram(await testDatabase());
    const { services, operations } = program;
    const tenant = 'boston';
    const system = { tenant, actor: { kind: 'system', account: null, post: null, name: '系统' } } as const;
    const inside = <T>(work: Parameters<typeof inTenant<T>>[2]) => inTenant(services, system, work);
    const byUnit = new Map<string, Share>();
    const byKind = new Map<string, Share>();
    /** Those that were given no due time and get the district's own: by number, and as cases. */
    const without = new Set<string>();
    const ownDue = new Set<string>();
    let auditor: Actor;
    const boards = boardOperations(services);
    const september = { from: '2011-09-01', to: '2011-09-30' };
    const board = async <K extends PanelView['kind']>(kind: K, id: string): Promise<PanelOf<K>> => {
      const asked = { tenant, actor: auditor, input: { id: 'centre-month', ...september } };
      const { panels } = await runOperation(services, boards.read, asked);
      return panels.find((panel) => panel.kind === kind && panel.id === id) as PanelOf<K>;
    };

    beforeAll(async () => {
      const source = await openRequests(file, mapping);
      const own = requestImportOf(program);
      await importRequests(own.services, own.sink, tenant, source);
      for (let more = true; more; ) ({ more } = await inside((ctx) => fold(ctx)));
      auditor = await inside(async (ctx) => {
        const input = { name: 'boston-auditor', displayName: 'Auditor', initialPassword: 'Boston-2011-auditor' };
        const { id: account } = await createAccount.run(ctx, input);
        const unit = (await orgOf(ctx)).units.find(({ parent }) => parent === null)?.id ?? '';
        const post = { id: ctx.id(), account, unit, role: 'auditor', area: null, from: ctx.now - 1000, to: null };
        await changeOrg(ctx);
        await insertOrg(ctx.tx, tenant, [], [post]);
        return { kind: 'person', account, post: post.id, name: 'Auditor' };
      });
      for await (const read of rowsOf(await openRequests(file, mapping))) {
        if ('problems' in read) continue;
        const { dueAt, closedAt, onTime: flag, unit, matter, number } = read.request;
        if (dueAt === null) {
          without.add(number);
          continue;
        }
        if (dueAt >= END) continue;
        // The file's own flag, not a comparison of ours; what is still open is not done on time.
        const done = closedAt !== null && flag === true;
        for (const [shares, name] of [
          [byUnit, unit ?? ''],
          [byKind, matter.at(-1) ?? ''],
        ] as const) {
          const share = shares.get(name) ?? { n: 0, d: 0 };
          shares.set(name, { n: share.n + Number(done), d: share.d + 1 });
        }
      }
      await inside(async ({ tx }) => {
        const rows = await tx.rows<{ id: string; external_number: string }>(
          'select id, external_number from case_record where tenant = $1',
          [tenant],
        );
        for (const { id, external_number } of rows) if (without.has(external_number)) ownDue.add(id);
      });
    }, 120_000);

    /** What the measure says, less the cases whose due time is the district's own and not the file's. */
    async function measured(grain: 'unit' | 'matter'): Promise<Map<string, Share>> {
      const rows = await inside((ctx) => readMeasures(ctx, services, { measures: [onTime], grain, ...all }));
      const field = grain === 'unit' ? 'unit' : 'matter';
      const own = await inside(({ tx }) =>
        tx.rows<{ value: string; n: number; d: number }>(
          `select ${field}::text as value, count(*) as d,
           count(*) filter (where closed_at <= first_due_at) as n
         from case_record where tenant = $1 and id = any($2::uuid[]) and ${field} is not null group by 1`,
          [tenant, [...ownDue]],
        ),
      );
      const codes = new Map((await inside((ctx) => orgOf(ctx))).units.map(({ id, code }) => [id, code]));
      const less = new Map(own.map(({ value, ...share }) => [value, share]));
      return new Map(
        rows
          .map(({ value, label, n, d }) => ({
            name: codes.get(value) ?? label.zh,
            n: n - (less.get(value)?.n ?? 0),
            d: d - (less.get(value)?.d ?? 0),
          }))
          .filter(({ d }) => d > 0)
          .map(({ name, n, d }) => [name, { n, d }]),
      );
    }

    it('are on time by department as the file says', async () => {
      const found = await measured('unit');
      expect(found).toEqual(new Map([...byUnit].filter(([name]) => name !== '')));
    });

    it('are on time by type as the file says', async () => {
      expect(await measured('matter')).toEqual(byKind);
    });

    it('agree with a recount, to the last', async () => {
      const told = await recount(services, tenant, all);
      expect(told.differences).toEqual([]);
    }, 120_000);

    it('rank the departments on the board, each with the ranks it could have', async () => {
      const { weights, groups } = await board('ranking', 'ranking');
      expect(weights.map(({ measure }) => measure)).toEqual(expect.arrayContaining([approved, 'hotline.withinWeek']));
      expect(groups.map(({ id }) => id)).toEqual(['department']);
      const [{ ranked, apart, leftOut } = { ranked: [], apart: [], leftOut: [] }] = groups;
      // Nobody in Boston was asked back, nor told the unit a time of its own: of these there is nothing.
      expect(leftOut).toEqual(['hotline.feedback', 'hotline.solved', 'hotline.satisfied']);
      // Whoever has fewer than twenty due is listed with its number.
      expect([ranked.length, apart.length > 0, apart.every(({ n }) => n < 20)]).toEqual([6, true, true]);
      for (const one of ranked) expect(one.best <= one.rank && one.rank <= one.worst).toBe(true);
      // On time and quick are not the same everywhere: the weights decide between some, and between others nothing does.
      const moved = ranked.filter(({ best, worst }) => best < worst);
      expect(moved.length).toBeGreaterThanOrEqual(2);
      expect(moved.length).toBeLessThan(ranked.length);
    });

    it('are on no board of streets, where no unit is one: it is not listed, and by hand says so', async () => {
      const who = { tenant, actor: auditor };
      const listed = await runOperation(services, boards.list, { ...who, input: {} });
      expect(listed.map(({ id }) => id)).toContain('department');
      expect(listed.map(({ id }) => id)).not.toContain('street');
      const byHand = runOperation(services, boards.read, { ...who, input: { id: 'street' } });
      await expect(byHand).rejects.toMatchObject({ code: 'board.noUnit' });
    });

    it('map every neighbourhood by lateness, for whoever reads the board', async () => {
      const { areas, width, height } = await board('map', 'where');
      expect([areas.length, areas.filter(({ path: drawn }) => drawn === '')]).toEqual([26, []]);
      expect([width, height > 500]).toEqual([1000, true]);
      const placed = areas.reduce((sum, { figure }) => sum + (figure?.d ?? 0), 0);
      const whole = (await board('tiles', 'rates')).tiles.find(({ measure }) => measure === approved);
      expect(placed / (whole?.figure.d ?? 0)).toBeGreaterThan(0.9);
    });

    it('count by neighbourhood what has one', async () => {
      const rows = await inside((ctx) => readMeasures(ctx, services, { measures: [onTime], grain: 'street', ...all }));
      const named = rows.filter(({ d }) => d > 0);
      expect(named.length).toBeGreaterThanOrEqual(15);
      const whole = await inside((ctx) => readMeasures(ctx, services, { measures: [onTime], grain: 'all', ...all }));
      const placed = named.reduce((sum, { d }) => sum + d, 0);
      expect(placed).toBeLessThanOrEqual(whole[0]?.d ?? 0);
      expect(placed / (whole[0]?.d ?? 1)).toBeGreaterThan(0.9);
    });

    it('hold thousands of pairs of the same type at the same place within a day', async () => {
      const found = await runOperation(services, operations.cases.duplicates, {
        tenant,
        actor: auditor,
        input: { from: '2011-07-01', to: '2011-10-31' },
      });
      expect(found).toMatchObject({ capped: false, hours: 24 });
      expect(found.pairs).toBeGreaterThan(2_000);
      expect(found.largest[0]?.items.length).toBeGreaterThan(2);
      // Every group is reached page by page, each once, and all pairs are theirs.
      const seen = new Set<string>();
      let [pairs, pages] = [0, 0];
      for (let next: string | null | undefined; next !== null && pages < 200; pages += 1) {
        const input = { from: '2011-07-01', to: '2011-07-31', ...(next === undefined ? {} : { cursor: next }) };
        const page = await runOperation(services, operations.cases.duplicates, { tenant, actor: auditor, input });
        for (const group of page.largest) {
          seen.add(group.items[0]?.id ?? '');
          pairs += group.pairs;
        }
        if (page.next === null) expect([seen.size, pairs]).toEqual([page.groups, page.pairs]);
        next = page.next;
      }
      expect(pages).toBeGreaterThan(3);
    });
  },
);
