import { plainPhone, plainText } from '@huying/kit/field';
import type { Keyring } from '../../identity/index.ts';
import { type Ctx, canonicalBytes } from '../../ledger/index.ts';
import { type CityTicket, PERSONAL } from './ticket.ts';

/** A ticket in the one form that is compared and kept: plain texts, times in UTC, telephone digits. */
export function plainTicket(ticket: CityTicket): CityTicket {
  const entries = Object.entries(ticket).map(([name, value]) => {
    if (typeof value !== 'string') return [name, value];
    if (name === 'phone') return [name, plainPhone(plainText(value))];
    if (name === 'receivedAt' || name === 'due') return [name, inUtc(value)];
    return [name, plainText(value)];
  });
  return Object.fromEntries(entries) as CityTicket;
}

function inUtc(moment: string): string {
  const at = Date.parse(moment);
  return Number.isNaN(at) ? moment : new Date(at).toISOString();
}

/** Tells equal contents from others without telling what they are: keyed, since a telephone number could be guessed from a plain hash. */
export function fingerprintOf(keyring: Keyring, tenant: string, content: unknown): Buffer {
  return keyring.blindIndex(tenant, 'exchange', Buffer.from(canonicalBytes(content)).toString('utf8'));
}

type Body = Readonly<Record<string, unknown>>;

/** A ticket as it is kept: what it says of a person sealed under the key of its case. */
export async function sealedTicket(ctx: Ctx, keyring: Keyring, caseId: string, ticket: CityTicket): Promise<Body> {
  const personal = PERSONAL.flatMap((name): [string, string][] => {
    const value = ticket[name];
    return value === undefined ? [] : [[name, value]];
  });
  const sealed = await keyring.encryptMany(
    ctx,
    personal.map(([, plaintext]) => ({ subject: caseId, plaintext })),
  );
  const values = personal.map(([name], index) => [name, { sealed: sealed[index]?.toString('base64') }]);
  return { ...ticket, ...Object.fromEntries(values) };
}

/** A ticket without what it says of a person: for what was refused and has no case under whose key it could be sealed. */
export function withoutPerson(ticket: CityTicket): Body {
  return Object.fromEntries(Object.entries(ticket).filter(([name]) => !PERSONAL.some((personal) => personal === name)));
}

/** What changed between the ticket as it was kept and as it comes now. Personal values are named, not told. */
export interface Change {
  readonly name: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

export async function changesOf(
  ctx: Ctx,
  keyring: Keyring,
  caseId: string,
  before: Body,
  now: CityTicket,
): Promise<readonly Change[]> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  const changes: Change[] = [];
  for (const name of names) {
    const [was, is]: [unknown, unknown] = [before[name], now[name as keyof CityTicket]];
    if (PERSONAL.some((personal) => personal === name)) {
      if ((await opened(ctx, keyring, caseId, was)) !== is) changes.push({ name });
    } else if (was !== is) {
      changes.push({ name, from: was ?? null, to: is ?? null });
    }
  }
  return changes;
}

async function opened(ctx: Ctx, keyring: Keyring, caseId: string, value: unknown): Promise<string | undefined> {
  if (value === null || typeof value !== 'object' || !('sealed' in value)) return undefined;
  return keyring.decryptFor(ctx, caseId, Buffer.from(String(value.sealed), 'base64'));
}
