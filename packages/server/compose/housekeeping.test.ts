import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import { describe, expect, it } from 'vitest';
import { housekeeping } from './housekeeping.ts';

const { program } = await testProgram(await testDatabase());

describe('housekeeping', () => {
  it('writes the day’s anchor of every district, once', async () => {
    const told: unknown[] = [];
    const log = { ...program.services.log, info: (fields: object) => told.push(fields) };
    const keeper = housekeeping({ ...program.services, log });
    await keeper.round();
    await keeper.round();
    expect(told).toMatchObject([{ tenant: '440199' }, { tenant: '440199' }]);
    expect(told[0]).toEqual(told[1]);
  });

  it('stops at once, whatever it waits for', async () => {
    const keeper = housekeeping(program.services);
    const run = keeper.run();
    await keeper.stop();
    await run;
  });
});
