import type { KeyObject } from 'node:crypto';
import { HuyingError } from '@huying/kit/error';
import { type Ctx, randomPiece } from '../ledger/index.ts';
import { type CipherSuite, cipherSuites, keyOf, type SuiteName, suiteOf } from './cipher-suite.ts';
import {
  destroySubjectKey,
  firstSubjectKey,
  insertSubjectKeys,
  type SubjectKeyRow,
  subjectKeys,
} from './subject-key.store.ts';

/** The part of an operation's context that the keyring needs. */
export type KeyCtx = Pick<Ctx, 'tx' | 'tenant' | 'now'>;

/** One value to seal, or one sealed value, with the subject whose it is. */
export interface PlainItem {
  readonly subject: string;
  readonly plaintext: string;
}
export interface SealedItem {
  readonly subject: string;
  readonly sealed: Buffer;
}

/** A subject's key while it is used to seal in bulk; never stored unwrapped. */
export interface MintedKey {
  readonly row: SubjectKeyRow;
  seal(plaintext: string): Buffer;
}

/**
 * Seals personal fields under a key of their subject, wrapped under the master key.
 * What is sealed names its district and subject: bytes copied to another row do not open.
 */
export interface Keyring {
  readonly suite: SuiteName;
  /** changes with the master key; tells nothing of it */
  readonly fingerprint: string;
  /** @throws identity.subjectErased */
  encryptFor(ctx: KeyCtx, subject: string, plaintext: string): Promise<Buffer>;
  /** Seals many values with two statements at most, one where the subjects are new and have no keys yet. @throws identity.subjectErased */
  encryptMany(ctx: KeyCtx, items: readonly PlainItem[], subjectsAre?: 'new' | 'known'): Promise<Buffer[]>;
  /** undefined when the subject's key was destroyed. @throws identity.sealBroken */
  decryptFor(ctx: KeyCtx, subject: string, sealed: Buffer): Promise<string | undefined>;
  /** Opens many values with one statement; undefined for each whose key was destroyed. @throws identity.sealBroken */
  decryptMany(ctx: KeyCtx, items: readonly SealedItem[]): Promise<(string | undefined)[]>;
  /** Destroys the key, or bars the subject if it had none: nothing sealed for it opens again, and nothing more can be sealed. */
  eraseSubject(ctx: KeyCtx, subject: string): Promise<void>;
  /** A new key for bulk writing: the caller inserts `row` into subject_key (COPY) itself. */
  mintKey(tenant: string, subject: string, now: number): MintedKey;
  /**
   * Finds equal values without opening any: 32 bytes of keyed digest over district, kind and the value as the caller normalised it.
   * Differs by district, so two districts' rows cannot be matched.
   */
  blindIndex(tenant: string, kind: string, normalisedValue: string): Buffer;
  /** Blind index of the last four digits of a telephone number, for people who read out "尾号 8000"; undefined with fewer than four digits. */
  phoneTailIndex(tenant: string, phone: string): Buffer | undefined;
  /** Seals what belongs to no district: second-factor secrets, credentials of adapters. `context` must be given again to open it. */
  sealShared(plain: Uint8Array, context: string): Buffer;
  openShared(sealed: Buffer, context: string): Buffer;
}

/** @param masterKey 32 bytes of `loadMasterKey` @param suiteName what new values are sealed with; old ones open whichever it was */
export function createKeyring(masterKey: Buffer, suiteName: SuiteName = 'aes-256-gcm'): Keyring {
  const suite = cipherSuites[suiteName];
  const master = keyOf(masterKey);
  const derived = new Map<string, KeyObject>();
  const use = (of: CipherSuite, purpose: string): KeyObject => {
    const name = `${of.name}|${purpose}`;
    let key = derived.get(name);
    if (key === undefined) {
      key = of.derive(master, `huying ${purpose}`);
      derived.set(name, key);
    }
    return key;
  };
  const wrap = (tenant: string, subject: string, key: KeyObject) =>
    suite.seal(use(suite, 'wrap'), key.export(), contextOf(tenant, subject));
  const unwrap = (tenant: string, subject: string, wrapped: Buffer) => {
    const by = suiteOf(wrapped);
    return keyOf(by.open(use(by, 'wrap'), wrapped, contextOf(tenant, subject)));
  };
  const sealText = (tenant: string, subject: string, key: KeyObject, plaintext: string) =>
    suite.seal(key, Buffer.from(plaintext, 'utf8'), contextOf(tenant, subject));

  /** Keys of the subjects by id; undefined stands for a destroyed one, absence for none yet. */
  async function keysOf(ctx: KeyCtx, subjects: readonly string[]): Promise<Map<string, KeyObject | undefined>> {
    const rows = await ctx.tx.gather(subjectKeys, { tenant: ctx.tenant, subjects });
    return new Map(
      rows.map((row) => [row.subject, row.wrapped === null ? undefined : unwrap(ctx.tenant, row.subject, row.wrapped)]),
    );
  }

  const madeFor = (tenant: string) => (subject: string) => {
    const key = keyOf(randomPiece(32));
    return { subject, key, wrapped: wrap(tenant, subject, key) };
  };

  /** Keys of subjects that were just made: none is looked for. */
  function firstKeys({ tx, tenant, now }: KeyCtx, subjects: readonly string[]): Map<string, KeyObject> {
    const made = [...new Set(subjects)].map(madeFor(tenant));
    for (const { subject, wrapped } of made) tx.write(firstSubjectKey, { tenant, subject, wrapped, now });
    return new Map(made.map(({ subject, key }) => [subject, key]));
  }

  async function keysToSealWith(ctx: KeyCtx, subjects: readonly string[]): Promise<Map<string, KeyObject>> {
    const distinct = [...new Set(subjects)].sort();
    const keys = await keysOf(ctx, distinct);
    const missing = distinct.filter((subject) => !keys.has(subject));
    if (missing.length > 0) {
      const fresh = missing.map(madeFor(ctx.tenant));
      const made = await ctx.tx.gather(insertSubjectKeys, { tenant: ctx.tenant, keys: fresh, now: ctx.now });
      for (const { subject, key } of fresh) if (made.has(subject)) keys.set(subject, key);
      // Another transaction may have made the key of one of them a moment before: that one holds.
      const others = missing.filter((subject) => !made.has(subject));
      if (others.length > 0) for (const [subject, key] of await keysOf(ctx, others)) keys.set(subject, key);
    }
    const usable = new Map<string, KeyObject>();
    for (const subject of distinct) {
      const key = keys.get(subject);
      if (key === undefined) throw new HuyingError('identity.subjectErased');
      usable.set(subject, key);
    }
    return usable;
  }

  const keyring: Keyring = {
    suite: suiteName,
    fingerprint: cipherSuites['aes-256-gcm']
      .digest(use(cipherSuites['aes-256-gcm'], 'fingerprint'), 'huying')
      .toString('hex')
      .slice(0, 32),
    async encryptFor(ctx, subject, plaintext) {
      const [sealed] = await keyring.encryptMany(ctx, [{ subject, plaintext }]);
      if (sealed === undefined) throw new HuyingError('identity.sealBroken');
      return sealed;
    },
    async encryptMany(ctx, items, subjectsAre = 'known') {
      if (items.length === 0) return [];
      const subjects = items.map((item) => item.subject);
      const keys = subjectsAre === 'new' ? firstKeys(ctx, subjects) : await keysToSealWith(ctx, subjects);
      return items.map((item) => sealText(ctx.tenant, item.subject, required(keys.get(item.subject)), item.plaintext));
    },
    async decryptFor(ctx, subject, sealed) {
      const [plain] = await keyring.decryptMany(ctx, [{ subject, sealed }]);
      return plain;
    },
    async decryptMany(ctx, items) {
      if (items.length === 0) return [];
      const keys = await keysOf(ctx, [...new Set(items.map((item) => item.subject))]);
      return items.map(({ subject, sealed }) => {
        if (!keys.has(subject)) throw new HuyingError('identity.sealBroken');
        const key = keys.get(subject);
        return key === undefined
          ? undefined
          : suiteOf(sealed).open(key, sealed, contextOf(ctx.tenant, subject)).toString('utf8');
      });
    },
    eraseSubject: (ctx, subject) => destroySubjectKey(ctx.tx, ctx.tenant, subject, ctx.now),
    mintKey(tenant, subject, now) {
      const key = keyOf(randomPiece(32));
      return {
        row: { subject, wrapped: wrap(tenant, subject, key), createdAt: now },
        seal: (plaintext) => sealText(tenant, subject, key, plaintext),
      };
    },
    blindIndex: (tenant, kind, value) => suite.digest(use(suite, 'index'), JSON.stringify([tenant, kind, value])),
    phoneTailIndex(tenant, phone) {
      const digits = phone.normalize('NFKC').replaceAll(/\D/g, '');
      return digits.length < 4 ? undefined : keyring.blindIndex(tenant, 'phone-tail', digits.slice(-4));
    },
    sealShared: (plain, context) => suite.seal(use(suite, 'shared'), Buffer.from(plain), context),
    openShared(sealed, context) {
      const by = suiteOf(sealed);
      return by.open(use(by, 'shared'), sealed, context);
    },
  };
  return keyring;
}

function contextOf(tenant: string, subject: string): string {
  return `${tenant}|${subject}`;
}

function required(key: KeyObject | undefined): KeyObject {
  if (key === undefined) throw new HuyingError('identity.sealBroken');
  return key;
}
