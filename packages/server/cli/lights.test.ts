import { isHuyingError } from '@huying/kit/error';
import { testDatabase } from '@huying/testing/database';
import { type PromiseDistrict, promiseDistrict } from '@huying/testing/promise';
import { Command } from 'commander';
import { beforeAll, describe, expect, it } from 'vitest';
import { computeLights } from './compute-lights.ts';
import { addLights } from './lights.ts';
import type { Terminal } from './terminal.ts';

const db = await testDatabase();
let at: PromiseDistrict;
let id = '';

beforeAll(async () => {
  at = await promiseDistrict(db, { now: '2026-07-01T09:00:00+08:00' });
  ({ id } = await at.promise());
  await at.promise({ year: 2025, due: '2025-09-30' });
  const value = { id, indicator: 'length', value: 7, asOf: '2026-06-30' };
  await at.district.run('waterClerk', at.operations.observe, value);
});

const history = () =>
  at.district.inside(({ tx }) =>
    tx.rows<{ promise: string; asOf: string; light: string | null }>(
      'select promise, as_of as "asOf", light from light_history order by 2, 1',
    ),
  );

describe('computing lights from the command line', () => {
  it('is of every year that is under way, or of the one named, and fixes nothing unless told', async () => {
    const { tenant } = at.district;
    const all = await computeLights(at.services, {});
    expect(all.map(({ district, year, promises }) => [district, year, promises])).toEqual([
      [tenant, 2025, 1],
      [tenant, 2026, 1],
    ]);
    const [one, ...more] = await computeLights(at.services, { district: tenant, year: 2026 });
    expect([one, more]).toEqual([{ district: tenant, year: 2026, promises: 1, lights: { green: 1 }, fixed: 0 }, []]);
    expect(await history()).toEqual([]);
  });

  it('turns lights with the day, and fixes those of a day once', async () => {
    at.district.at('2026-09-29 09:00');
    const [lit] = await computeLights(at.services, { year: 2026 });
    expect(lit?.lights).toEqual({ red: 1 });
    const [first] = await computeLights(at.services, { year: 2026, fix: '2026-06-30' });
    expect([first?.fixed, await history()]).toEqual([1, [{ promise: id, asOf: '2026-06-30', light: 'green' }]]);
    expect((await computeLights(at.services, { year: 2026, fix: '2026-06-30' }))[0]?.fixed).toBe(0);
    expect((await computeLights(at.services, { year: 2026, fix: true }))[0]?.fixed).toBe(1);
    expect((await history()).at(-1)).toEqual({ promise: id, asOf: '2026-09-29', light: 'red' });
    at.district.at('2026-07-01 10:00');
  });

  it('is refused for a district there is not, and for a year or day that is none', async () => {
    await expect(computeLights(at.services, { district: '990000' })).rejects.toMatchObject({ code: 'access.district' });
    const refused = async (...args: readonly string[]) => {
      try {
        await commandLine().parseAsync(['lights', ...args], { from: 'user' });
      } catch (error) {
        return isHuyingError(error) ? error.code : String(error);
      }
      return 'done';
    };
    expect(await refused('--year', '26')).toBe('promise.day');
    expect(await refused('--fix', '30.6.2026')).toBe('promise.day');
  });
});

function commandLine(): Command {
  const terminal: Terminal = {
    locale: 'zh',
    json: false,
    out: () => undefined,
    err: () => undefined,
    say: ({ zh }) => zh,
    answer: () => undefined,
    progress: async () => ({ at: () => undefined, end: () => undefined }),
  };
  const program = new Command().exitOverride();
  addLights(program, terminal);
  return program;
}
