import { createHash } from 'node:crypto';
import type { Actor } from '../operation/ctx.ts';
import { canonicalBytes } from './canonical.ts';

/** Who may read an entry: everyone who may follow the subject, or staff only. */
export type Visibility = 'public' | 'internal';

/** What is to be written. */
export interface NewEntry {
  /** uuid of the case, unit, record … it happened to. */
  readonly subject: string;
  /** What kind of thing the subject is: case, unit, record … */
  readonly kind: string;
  /** The action's name. */
  readonly what: string;
  readonly visibility: Visibility;
  /** Plain JSON. Personal fields come encrypted: the chain hashes what is stored, for ever. */
  readonly body: unknown;
  /** When it happened, epoch milliseconds, if not now (imports). */
  readonly at?: number;
  /** Who did it, if not the context's actor (imports). */
  readonly actor?: Actor;
  /** The subject was made in this transaction and has no entry yet. */
  readonly isNew?: boolean;
}

/** What the bytes of an entry hold: everything about it but its place in the chain. */
export interface EntryContent {
  readonly tenant: string;
  readonly subject: string;
  readonly kind: string;
  readonly what: string;
  readonly visibility: Visibility;
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string;
  readonly recorded: string;
  readonly actor: Actor;
  readonly body: unknown;
}

/** `prev` of the first entry of a chain. */
export const GENESIS = Buffer.alloc(32);

export function contentOf(tenant: string, entry: NewEntry, now: number, actor: Actor): EntryContent {
  return {
    tenant,
    subject: entry.subject,
    kind: entry.kind,
    what: entry.what,
    visibility: entry.visibility,
    at: new Date(entry.at ?? now).toISOString(),
    recorded: new Date(now).toISOString(),
    actor: entry.actor ?? actor,
    body: entry.body ?? null,
  };
}

export function bytesOf(content: EntryContent): Buffer {
  return canonicalBytes(content);
}

export function readContent(bytes: Buffer): EntryContent {
  return JSON.parse(bytes.toString('utf8')) as EntryContent;
}

/** hash = SHA-256(prev ‖ bytes). */
export function linkHash(prev: Buffer, bytes: Buffer): Buffer {
  return createHash('sha256').update(prev).update(bytes).digest();
}
