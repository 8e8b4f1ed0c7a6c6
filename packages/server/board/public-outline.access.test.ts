import { testDatabase } from '@huying/testing/database';
import { type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { runOperation } from '../ledger/index.ts';
import { publicOutlineOperation } from './index.ts';

const db = await testDatabase();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await strangersOf(db);
});
const everybody = { kind: 'public', account: null, post: null, name: '' } as const;
const outlineOf = (tenant: string) =>
  runOperation(strangers.here.services, publicOutlineOperation(strangers.here.services), {
    tenant,
    actor: everybody,
    input: {},
  });

describe('the outline of a district', () => {
  it('is for everybody, and tells of a street its code, its name and its shape alone', async () => {
    const { streets } = await outlineOf(strangers.here.tenant);
    for (const street of streets) expect(Object.keys(street).toSorted()).toEqual(['code', 'name', 'path', 'x', 'y']);
    const operation = publicOutlineOperation(strangers.here.services);
    for (const who of ['systemAdmin', 'deputy', 'waterClerk'] as const) {
      expect(await strangers.tries(who, operation, {})).toBe('done');
    }
    expect(new Set(await strangers.outsiders('auditor', operation, {}))).toEqual(new Set(['done']));
  });

  it('is that of the district asked and of no other', async () => {
    const registries: string[] = [];
    const { registries: views } = strangers.here.services;
    const watched = publicOutlineOperation({
      registries: {
        ...views,
        current: (tx, tenant, now) => {
          registries.push(tenant);
          return views.current(tx, tenant, now);
        },
      },
    });
    const { tenant } = strangers.there;
    await runOperation(strangers.here.services, watched, { tenant, actor: everybody, input: {} });
    expect(registries).toEqual([tenant]);
    expect(await outlineOf('999999')).toMatchObject({ streets: [], plane: null });
  });
});
