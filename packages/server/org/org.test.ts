import { signIn } from '@huying/server/identity';
import { runOperation, timeline } from '@huying/server/ledger';
import { withTenant } from '@huying/server/tenant';
import { testDatabase } from '@huying/testing/database';
import { refusedWith, testDistrict, testIdentity, testPassword } from '@huying/testing/org';
import { describe, expect, it } from 'vitest';
import { chooseActingPost } from './acting-post.ts';
import { disableAccount, resetPassword } from './change-account.ts';
import { endUnitOperation, moveUnit, renameUnit } from './change-unit.ts';
import { admitAccount, createAccount } from './create-account.ts';
import { createPostOperation } from './create-post.ts';
import { createUnit, deepest } from './create-unit.ts';
import { endPost } from './end-post.ts';
import { orgOf } from './org.ts';
import { setDeputy } from './set-deputy.ts';

const db = await testDatabase();
const createPost = createPostOperation(['dispatcher', 'unit-handler']);
const day = 86_400_000;
const endUnit = endUnitOperation(async () => 0);
const told = refusedWith;
const names = (text: string) => ({ zh: text, en: text });

describe('units', () => {
  it('moved, take all below them along', async () => {
    const { services, system, units, tenant } = await testDistrict(db, 'move');
    const team = await runOperation(services, createUnit, {
      ...system,
      input: { parent: units.department, code: 'team', kind: 'department', name: names('队') },
    });
    // A code that begins like another's is another unit.
    const twin = await runOperation(services, createUnit, {
      ...system,
      input: { parent: units.root, code: 'water_2', kind: 'department', name: names('二') },
    });
    await runOperation(services, moveUnit, { ...system, input: { unit: units.department, parent: units.street } });
    await withTenant(db, tenant, async (tx) => {
      const org = await orgOf({ tx, tenant });
      expect(org.unit(team.id)?.path).toBe('/district/street-1/water/team');
      expect(org.unit(twin.id)?.path).toBe('/district/water_2');
      expect(org.isWithin(team.id, units.street)).toBe(true);
    });
  });

  it('are never hung below themselves, nor deeper than ten levels', async () => {
    const { services, system, units } = await testDistrict(db, 'cycle');
    const move = (unit: string, parent: string) =>
      runOperation(services, moveUnit, { ...system, input: { unit, parent } });
    await expect(move(units.root, units.street)).rejects.toThrowError(told('org.unitCycle'));
    await expect(move(units.street, units.street)).rejects.toThrowError(told('org.unitCycle'));
    let parent = units.street;
    for (let level = 3; level <= deepest; level++) {
      parent = (
        await runOperation(services, createUnit, {
          ...system,
          input: { parent, code: `l${level}`, kind: 'department', name: names('层') },
        })
      ).id;
    }
    const tooDeep = runOperation(services, createUnit, {
      ...system,
      input: { parent, code: 'more', kind: 'department', name: names('层') },
    });
    await expect(tooDeep).rejects.toThrowError(told('org.unitDepth'));
    await expect(move(units.street, units.department)).rejects.toThrowError(told('org.unitDepth'));
  });

  it('have one root, and codes of their own', async () => {
    const { services, system, units } = await testDistrict(db, 'codes');
    const create = (parent: string | null, code: string) =>
      runOperation(services, createUnit, { ...system, input: { parent, code, kind: 'department', name: names('局') } });
    await expect(create(null, 'second')).rejects.toThrowError(told('org.secondRoot'));
    await expect(create(units.root, 'water')).rejects.toThrowError(told('org.unitCodeTaken'));
    await expect(create(units.root, '../etc')).rejects.toThrowError(told('request.invalid'));
    await expect(create(units.root, "x' or 1=1")).rejects.toThrowError(told('request.invalid'));
  });

  it('moved by two at once into one another end as a tree', async () => {
    const { services, system, units, tenant } = await testDistrict(db, 'race');
    const outcomes = await Promise.allSettled([
      runOperation(services, moveUnit, { ...system, input: { unit: units.department, parent: units.street } }),
      runOperation(services, moveUnit, { ...system, input: { unit: units.street, parent: units.department } }),
    ]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    await withTenant(db, tenant, async (tx) =>
      expect((await orgOf({ tx, tenant })).subtree(units.root)).toHaveLength(3),
    );
  });

  it('with people in them are not ended', async () => {
    const district = await testDistrict(db, 'occupied');
    const { services, system, units, clock } = district;
    const person = await district.person('unit-handler', { unit: units.street });
    const end = () => runOperation(services, endUnit, { ...system, input: { unit: units.street } });
    await expect(end()).rejects.toThrowError(told('org.unitOccupied'));
    await runOperation(services, endPost, { ...system, input: { post: person.actor.post, reason: '撤并' } });
    clock.advance(1);
    await end();
  });

  it('a name with a line break or nothing to see is refused', async () => {
    const { services, system, units } = await testDistrict(db, 'names');
    for (const zh of ['', '   ', 'a\u0000b', 'a\nb', '字'.repeat(81)]) {
      const renamed = runOperation(services, renameUnit, {
        ...system,
        input: { unit: units.street, name: { zh, en: 'x' } },
      });
      await expect(renamed).rejects.toThrowError(told('request.invalid'));
    }
  });

  it('tell their history from the ledger', async () => {
    const { services, system, units, tenant } = await testDistrict(db, 'history');
    await runOperation(services, renameUnit, { ...system, input: { unit: units.street, name: names('临江街道') } });
    const entries = await withTenant(db, tenant, (tx) => timeline({ tx, tenant }, units.street, { for: 'internal' }));
    expect(entries.map((entry) => entry.what)).toEqual(['create', 'rename']);
    expect(entries[1]?.body).toEqual({ before: names('street-1'), after: names('临江街道') });
  });
});

describe('administration', () => {
  it('of accounts, of powers and the watch over both are never one person’s, not even as a deputy', async () => {
    const district = await testDistrict(db, 'separate');
    const { services, clock, units } = district;
    const security = await district.person('security-admin');
    const admin = await district.person('system-admin');
    const give = (role: string) =>
      runOperation(services, createPost, {
        ...security,
        input: { account: admin.actor.account, unit: units.root, role },
      });
    await expect(give('audit-admin')).rejects.toThrowError(told('org.rolesConflict'));
    await expect(give('security-admin')).rejects.toThrowError(told('org.rolesConflict'));
    await give('dispatcher');
    const auditor = await district.person('audit-admin');
    const stand = runOperation(services, setDeputy, {
      ...admin,
      input: { post: admin.actor.post, account: auditor.actor.account, to: clock.now() + day },
    });
    await expect(stand).rejects.toThrowError(told('org.rolesConflict'));
  });

  it('is not used on oneself', async () => {
    const district = await testDistrict(db, 'oneself');
    const { services, units, clock } = district;
    const security = await district.person('security-admin');
    const other = await district.person('unit-handler');
    const admin = await district.person('system-admin');
    const own = { account: security.actor.account, unit: units.root, role: 'dispatcher' };
    await expect(runOperation(services, createPost, { ...security, input: own })).rejects.toThrowError(
      told('org.ownPost'),
    );
    const deputy = { post: other.actor.post, account: security.actor.account, to: clock.now() + day };
    await expect(runOperation(services, setDeputy, { ...security, input: deputy })).rejects.toThrowError(
      told('org.ownPost'),
    );
    const end = { post: security.actor.post, reason: '离任' };
    await expect(runOperation(services, endPost, { ...security, input: end })).rejects.toThrowError(
      told('org.ownPost'),
    );
    const disabled = { account: admin.actor.account, reason: '离任' };
    await expect(runOperation(services, disableAccount, { ...admin, input: disabled })).rejects.toThrowError(
      told('org.ownAccount'),
    );
  });

  it('of an account belongs to its home district; another may admit it and give it posts', async () => {
    const here = await testDistrict(db, 'home');
    const there = await testDistrict(db, 'guest', here.clock);
    const person = await here.person('unit-handler');
    const { account } = person.actor;
    const admin = await there.person('system-admin');
    const security = await there.person('security-admin');
    const give = () =>
      runOperation(there.services, createPost, {
        ...security,
        input: { account, unit: there.units.root, role: 'dispatcher' },
      });
    await expect(give()).rejects.toThrowError(told('identity.accountUnknown'));
    await runOperation(there.services, admitAccount, { ...admin, input: { name: person.actor.name.toUpperCase() } });
    await give();
    const reset = { account, initialPassword: 'Fresh-start-9', reason: '遗忘' };
    await expect(runOperation(there.services, resetPassword, { ...admin, input: reset })).rejects.toThrowError(
      told('identity.accountElsewhere'),
    );
  });

  it('keeps first passwords out of the ledger and of the answers it keeps', async () => {
    const district = await testDistrict(db, 'secrets');
    const admin = await district.person('system-admin');
    const input = { name: 'secret.person', displayName: '新人', initialPassword: 'Very-Secret-9' };
    const first = await runOperation(district.services, createAccount, { ...admin, input, key: 'k1' });
    expect(await runOperation(district.services, createAccount, { ...admin, input, key: 'k1' })).toEqual(first);
    const { rows } = await db.pool.query<{ text: string }>(
      `select (select string_agg(convert_from(bytes, 'utf8'), '') from ledger) || (select string_agg(k::text, '') from idempotency_key k) as text`,
    );
    expect(rows[0]?.text).toContain('secret.person');
    expect(rows[0]?.text).not.toContain('Very-Secret-9');
  });
});

describe('posts', () => {
  it('given to no known role, to begin in the past or to end before they begin are refused', async () => {
    const district = await testDistrict(db, 'dates');
    const { services, system, units, clock } = district;
    const { account } = (await district.person('unit-handler')).actor;
    const give = (more: object) =>
      runOperation(services, createPost, {
        ...system,
        input: { account, unit: units.root, role: 'dispatcher', ...more },
      });
    await expect(give({ role: 'dispacher' })).rejects.toThrowError(told('org.roleUnknown'));
    await expect(give({ from: clock.now() - 1 })).rejects.toThrowError(told('org.datesInvalid'));
    await expect(give({ from: clock.now() + 2, to: clock.now() + 2 })).rejects.toThrowError(told('org.datesInvalid'));
  });

  it('are acted in by a session only while they are the person’s own', async () => {
    const district = await testDistrict(db, 'acting');
    const { services } = testIdentity(db);
    const [one, other] = [
      await district.person('dispatcher', { name: 'acting.one' }),
      await district.person('dispatcher'),
    ];
    const { session } = await signIn(services, { name: 'acting.one', password: testPassword });
    const chosen = await chooseActingPost(services, session, district.tenant);
    expect(chosen).toMatchObject({ district: 'acting', post: one.actor.post });
    await expect(chooseActingPost(services, session, district.tenant, other.actor.post)).rejects.toThrowError(
      told('org.postUnknown'),
    );
    await expect(chooseActingPost(services, session, 'elsewhere')).rejects.toThrowError(told('identity.noDistrict'));
  });

  it('are held by people whose names whoever asks next knows, former holders among them', async () => {
    const district = await testDistrict(db, 'called');
    const { services, tenant, system, clock } = district;
    const view = () => withTenant(db, tenant, (tx) => orgOf({ tx, tenant }));
    const one = await district.person('unit-handler', { name: 'called.one' });
    const other = await district.person('dispatcher', { name: 'called.other' });
    const { post, account } = one.actor;
    if (post === null || account === null || other.actor.account === null) throw new Error('they have posts');
    expect((await view()).holderName(post)).toBe('called.one');
    await runOperation(services, endPost, { ...system, input: { post, reason: '调离' } });
    clock.advance(day);
    expect((await view()).holderName(post)).toBe('called.one');
    expect((await view()).nameOf(other.actor.account)).toBe('called.other');
    expect((await view()).nameOf(post)).toBeUndefined();
    expect((await view()).holderName(null)).toBeNull();
  });

  it('of a district are as fresh in a process that holds an old view as in the one that changed them', async () => {
    const district = await testDistrict(db, 'fresh');
    const { services, system, tenant, clock } = district;
    const person = await district.person('dispatcher');
    const held = () =>
      withTenant(
        db,
        tenant,
        async (tx) => (await orgOf({ tx, tenant })).postsOf(person.actor.account, clock.now()).length,
      );
    expect(await held()).toBe(1);
    // As another process would: rows and stamp change, nothing in this process is told.
    await db.pool.query('update post set valid_to = $2 where id = $1', [person.actor.post, new Date(clock.now())]);
    expect(await held()).toBe(1);
    await db.pool.query("update stamp set stamp = gen_random_uuid() where tenant = $1 and part = 'org'", [tenant]);
    expect(await held()).toBe(0);
    await expect(
      runOperation(services, endPost, { ...system, input: { post: person.actor.post, reason: '离任' } }),
    ).rejects.toThrowError(told('org.postEnded'));
  });

  it('changed in a transaction that fails are as before for everyone', async () => {
    const district = await testDistrict(db, 'rollback');
    const { tenant, clock, units } = district;
    const person = await district.person('dispatcher');
    const failing = withTenant(db, tenant, async (tx) => {
      await tx.run('update post set valid_to = $2 where tenant = $3 and id = $1', [
        person.actor.post,
        new Date(clock.now()),
        tenant,
      ]);
      await tx.run("update stamp set stamp = gen_random_uuid() where tenant = $1 and part = 'org'", [tenant]);
      expect((await orgOf({ tx, tenant })).postsOf(person.actor.account, clock.now())).toEqual([]);
      throw new Error('after all not');
    });
    await expect(failing).rejects.toThrowError('after all not');
    await withTenant(db, tenant, async (tx) => {
      const org = await orgOf({ tx, tenant });
      expect(org.postsOf(person.actor.account, clock.now()).map((post) => post.unit)).toEqual([units.department]);
    });
  });
});
