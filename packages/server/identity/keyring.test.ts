import { randomBytes, randomUUID } from 'node:crypto';
import { isHuyingError } from '@huying/kit/error';
import { withTenant } from '@huying/server/tenant';
import { testDatabase } from '@huying/testing/database';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyring, type KeyCtx } from './keyring.ts';
import { checkMasterKey } from './master-key-check.ts';

const db = await testDatabase();
const now = Date.parse('2026-07-01T00:00:00Z');
const masterKey = randomBytes(32);
const refused = (code: string) => expect.toSatisfy((error: unknown) => isHuyingError(error) && error.code === code);

function inDistrict<T>(tenant: string, work: (ctx: KeyCtx) => Promise<T>): Promise<T> {
  return withTenant(db, tenant, (tx) => work({ tx, tenant, now }));
}

describe.each(['aes-256-gcm', 'sm4-ctr-hmac-sm3'] as const)('keyring with %s', (suite) => {
  const keyring = createKeyring(masterKey, suite);

  it('opens what it sealed, many at a time and in their order', async () => {
    const subjects = [randomUUID(), randomUUID(), randomUUID()];
    const items = ['13800138000', '王丽', '', '13800138000', '😀'].map((plaintext, i) => ({
      subject: subjects[i % 3] ?? '',
      plaintext,
    }));
    const opened = await inDistrict('440199', async (ctx) => {
      const sealed = await keyring.encryptMany(ctx, items);
      return keyring.decryptMany(
        ctx,
        items.map((item, i) => ({ subject: item.subject, sealed: sealed[i] ?? Buffer.alloc(0) })),
      );
    });
    expect(opened).toEqual(items.map((item) => item.plaintext));
  });

  it('an erased subject opens no more, and takes nothing more', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await inDistrict('440199', async (ctx) => {
      const sealed = await keyring.encryptFor(ctx, one, '13800138000');
      const kept = await keyring.encryptFor(ctx, other, '13900139000');
      await keyring.eraseSubject(ctx, one);
      await keyring.eraseSubject(ctx, one);
      expect(await keyring.decryptFor(ctx, one, sealed)).toBeUndefined();
      expect(await keyring.decryptFor(ctx, other, kept)).toBe('13900139000');
      await expect(keyring.encryptFor(ctx, one, 'again')).rejects.toThrowError(refused('identity.subjectErased'));
    });
    const { rows } = await db.pool.query('select wrapped from subject_key where subject = $1', [one]);
    expect(rows).toEqual([{ wrapped: null }]);
  });

  it('bytes copied to another subject or another district do not open', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const sealed = await inDistrict('440199', async (ctx) => {
      await keyring.encryptFor(ctx, other, 'x');
      return keyring.encryptFor(ctx, one, '13800138000');
    });
    await expect(inDistrict('440199', (ctx) => keyring.decryptFor(ctx, other, sealed))).rejects.toThrowError(
      refused('identity.sealBroken'),
    );
    await expect(inDistrict('440198', (ctx) => keyring.decryptFor(ctx, one, sealed))).rejects.toThrowError(
      refused('identity.sealBroken'),
    );
  });

  it('two transactions that seal for one new subject at once agree on its key', async () => {
    const subject = randomUUID();
    const sealed = await Promise.all(
      Array.from({ length: 8 }, (_, i) => inDistrict('440199', (ctx) => keyring.encryptFor(ctx, subject, `${i}`))),
    );
    const opened = await inDistrict('440199', (ctx) =>
      keyring.decryptMany(
        ctx,
        sealed.map((one) => ({ subject, sealed: one })),
      ),
    );
    expect(opened).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
  });

  it('seals in bulk with a minted key that is opened like any other', async () => {
    const subject = randomUUID();
    const { row, seal } = keyring.mintKey('440199', subject, now);
    await db.pool.query('insert into subject_key (tenant, subject, wrapped, created_at) values ($1, $2, $3, $4)', [
      '440199',
      subject,
      row.wrapped,
      new Date(now),
    ]);
    expect(await inDistrict('440199', (ctx) => keyring.decryptFor(ctx, subject, seal('李强')))).toBe('李强');
  });

  it('a blind index is equal for equal values only, and differs by kind and district', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.string(), fc.string(), fc.string()),
        fc.tuple(fc.string(), fc.string(), fc.string()),
        (a, b) => {
          const same = JSON.stringify(a) === JSON.stringify(b);
          expect(keyring.blindIndex(...a).equals(keyring.blindIndex(...b))).toBe(same);
        },
      ),
    );
    const index = keyring.blindIndex('440199', 'phone', '13800138000');
    expect(keyring.blindIndex('440198', 'phone', '13800138000').equals(index)).toBe(false);
    expect(keyring.blindIndex('440199', 'caller', '13800138000').equals(index)).toBe(false);
    expect(createKeyring(randomBytes(32), suite).blindIndex('440199', 'phone', '13800138000').equals(index)).toBe(
      false,
    );
  });
});

describe('keyring', () => {
  it('changed to SM4 still opens what AES sealed', async () => {
    const subject = randomUUID();
    await inDistrict('440199', async (ctx) => {
      const sealed = await createKeyring(masterKey).encryptFor(ctx, subject, '王丽');
      expect(await createKeyring(masterKey, 'sm4-ctr-hmac-sm3').decryptFor(ctx, subject, sealed)).toBe('王丽');
    });
  });

  it('finds a telephone by its last four digits however it was written', () => {
    const keyring = createKeyring(masterKey);
    const tail = keyring.phoneTailIndex('440199', '13800138000');
    expect(keyring.phoneTailIndex('440199', '+86 138-0013-8000')).toEqual(tail);
    expect(keyring.phoneTailIndex('440199', '１３８００１３８０００')).toEqual(tail);
    expect(keyring.phoneTailIndex('440199', '13800138001')).not.toEqual(tail);
    expect(keyring.phoneTailIndex('440199', '110')).toBeUndefined();
  });

  it('under another master key than the database was sealed with is refused at start', async () => {
    const services = { db, now: () => now };
    await checkMasterKey(services, createKeyring(masterKey));
    await checkMasterKey(services, createKeyring(masterKey, 'sm4-ctr-hmac-sm3'));
    await expect(checkMasterKey(services, createKeyring(randomBytes(32)))).rejects.toThrowError(
      refused('identity.masterKeyOther'),
    );
  });
});
