import { createHash } from 'node:crypto';
import { HuyingError } from '@huying/kit/error';
import type { Tx } from '../db/index.ts';
import { canonicalBytes } from '../ledger/index.ts';
import { definitionByHash, insertDefinition } from './store.ts';

/** A definition as stored: its hash is the SHA-256 of `text`, lower-case hex. */
export interface StoredDefinition {
  readonly hash: string;
  readonly kind: string;
  readonly id: string;
  /** the JSON as hashed, and as sent to browsers */
  readonly text: string;
  /** the same, parsed and frozen; shared by everyone in the process */
  readonly json: unknown;
}

/** Definitions never change, so what was read once is kept for the life of the process, in whatever database it was found. */
const known = new Map<string, StoredDefinition>();

/**
 * Stores a compiled definition under its hash, whichever transaction it is called in; storing it again changes nothing.
 * @param kind what it is: `case`, `registry`, `measure` … @param id its name within the kind
 * @throws definition.notJson
 */
export async function storeDefinition(tx: Tx, now: number, kind: string, id: string, json: unknown): Promise<string> {
  const text = textOf(json);
  const hash = hashOf(text);
  await insertDefinition(tx, { hash, kind, id, json: text }, now);
  return hash;
}

/**
 * The definition of a hash. Its text is checked against the hash when first read: a definition altered in the database decides nothing.
 * @throws definition.unknown, definition.damaged
 */
export async function getDefinition(tx: Tx, hash: string): Promise<StoredDefinition> {
  const before = known.get(hash);
  if (before !== undefined) return before;
  const row = /^[0-9a-f]{64}$/.test(hash) ? await definitionByHash(tx, hash) : undefined;
  if (row === undefined) throw new HuyingError('definition.unknown', { hash: hash.slice(0, 64) });
  if (hashOf(row.json) !== hash) throw new HuyingError('definition.damaged', { hash });
  const found: StoredDefinition = {
    hash,
    kind: row.kind,
    id: row.id,
    text: row.json,
    json: frozen(JSON.parse(row.json)),
  };
  known.set(hash, found);
  return found;
}

/** The text that is hashed and stored: in the order declared, because forms ask and pages show in that order. */
function textOf(json: unknown): string {
  try {
    // Refuses what JSON would silently drop or change; the order it would give is not wanted here.
    canonicalBytes(json);
    return JSON.stringify(json);
  } catch (error) {
    if (error instanceof TypeError) throw new HuyingError('definition.notJson', { why: error.message });
    throw error;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function frozen(value: unknown): unknown {
  if (value !== null && typeof value === 'object') {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
