import { HuyingError, isHuyingError } from '@huying/kit/error';
import { type CaseServices, caseOperations } from '../../case/index.ts';
import { type Actor, append, type Capacity, type Ctx, checkInput, inTenant } from '../../ledger/index.ts';
import { parametersOf } from '../../parameter/index.ts';
import { type Change, changesOf, fingerprintOf, plainTicket, sealedTicket, withoutPerson } from './content.ts';
import { tellDesk } from './desk.ts';
import {
  amongOptions,
  amongRecords,
  atTheirPlaces,
  type CityMapping,
  type Recognise,
  sourceOf,
  ticketFields,
  wordTable,
} from './mapping.ts';
import {
  type CityCase,
  cityCase,
  claimExchange,
  countAttempt,
  findExchange,
  lastContent,
  settleExchange,
} from './store.ts';
import { CityTicket, type Taken } from './ticket.ts';

/** In whose name the city's tickets are opened. */
export const theCity: Actor = { kind: 'partner', account: null, post: null, name: '市 12345 平台' };

const TYPE = 'ticket';

/**
 * Takes one ticket of the city, in one transaction. The city's number is the key: the same content again gives the same
 * answer, changed content is noted on the open case's timeline and told to whoever has it on their desk, and nothing of the
 * case changes by itself. Throws request.invalid, exchange.ticketRefused, exchange.ticketClosed and what opening throws; a
 * refused ticket is kept among the exchanges without what it says of a person.
 */
export async function receiveTicket(services: CaseServices, capacity: Capacity, raw: CityTicket): Promise<Taken> {
  checkInput(CityTicket, raw);
  const ticket = plainTicket(raw);
  try {
    return await inTenant(services, capacity, (ctx) => take(ctx, services, ticket));
  } catch (error) {
    if (!isHuyingError(error)) throw error;
    const refusal = inTheirWords(error, ticket);
    await keepRefused(services, capacity, ticket, refusal);
    throw refusal;
  }
}

async function take(ctx: Ctx, services: CaseServices, ticket: CityTicket): Promise<Taken> {
  const { number } = ticket;
  const fingerprint = fingerprintOf(services.keyring, ctx.tenant, ticket);
  const key = `ticket:${number}`;
  const row = { id: ctx.id(), direction: 'in', kind: 'ticket', key, cityNumber: number, fingerprint } as const;
  if (await claimExchange(ctx.tx, ctx.tenant, { ...row, body: {}, status: 'taken' }, ctx.now)) {
    // Imported cases bring their city number along, without an exchange.
    const imported = await cityCase(ctx.tx, ctx.tenant, number);
    const one = imported ?? (await open(ctx, services, ticket));
    const body = await sealedTicket(ctx, services.keyring, one.id, ticket);
    await settleExchange(ctx.tx, ctx.tenant, 'in', key, { status: 'taken', caseId: one.id, body }, ctx.now);
    return { number, status: imported === undefined ? 'opened' : 'repeated', case: one.number };
  }
  const known = await cityCase(ctx.tx, ctx.tenant, number);
  if (known === undefined) throw new HuyingError('exchange.numberUnknown', { number });
  const sameAs = await sameContent(ctx, number, fingerprint);
  if (sameAs !== undefined) {
    await countAttempt(ctx.tx, ctx.tenant, 'in', sameAs);
    return { number, status: 'repeated', case: known.number };
  }
  if (known.closed) throw new HuyingError('exchange.ticketClosed', { number });
  await note(ctx, services, ticket, known, fingerprint);
  return { number, status: 'noted', case: known.number };
}

/** The key of the message that said the same: the first, or the latest change. */
async function sameContent(ctx: Ctx, number: string, fingerprint: Buffer): Promise<string | undefined> {
  for (const key of [`ticket:${number}`, updateKey(number, fingerprint)]) {
    const before = await findExchange(ctx.tx, ctx.tenant, 'in', key);
    if (before?.fingerprint?.equals(fingerprint)) return key;
  }
  return undefined;
}

function updateKey(number: string, fingerprint: Buffer): string {
  return `update:${number}:${fingerprint.toString('hex').slice(0, 32)}`;
}

async function open(ctx: Ctx, services: CaseServices, ticket: CityTicket) {
  const { fields, problems } = ticketFields(ticket, await mappingOf(ctx, services));
  if (problems.length > 0) {
    throw new HuyingError('exchange.ticketRefused', { number: ticket.number, count: problems.length }, problems);
  }
  const { open: opening } = caseOperations(services);
  const input = { type: TYPE, fields, external: { source: 'city', number: ticket.number } };
  checkInput(opening.input, input);
  return opening.run(ctx, input);
}

async function mappingOf(ctx: Ctx, services: CaseServices): Promise<CityMapping> {
  const parameters = await parametersOf(ctx, services.parameters);
  const registry = await services.registries.current(ctx.tx, ctx.tenant, ctx.now);
  const table = (name: string) => wordTable(parameters.at(name, ctx.now));
  const type = services.product.definitions.find(({ id }) => id === TYPE)?.type;
  const among = (name: string): Recognise => {
    const field = type?.fields[name];
    const source = field !== undefined && 'source' in field ? field.source : undefined;
    if (source?.from === 'options') return amongOptions(source.options);
    if (source?.from === 'tree') return amongRecords(registry, source.tree, ctx.now);
    return () => undefined;
  };
  return {
    kinds: { table: table('exchange.cityKinds'), recognise: among('demandKind') },
    classes: { table: table('exchange.cityClasses'), recognise: among('demandClass') },
    urgencies: { table: table('exchange.cityUrgencies'), recognise: among('urgency') },
  };
}

async function note(
  ctx: Ctx,
  services: CaseServices,
  ticket: CityTicket,
  known: CityCase,
  fingerprint: Buffer,
): Promise<void> {
  const { number } = ticket;
  const before = await lastContent(ctx.tx, ctx.tenant, number);
  const changed = await changesOf(ctx, services.keyring, known.id, before?.body ?? {}, ticket);
  const key = updateKey(number, fingerprint);
  const body = await sealedTicket(ctx, services.keyring, known.id, ticket);
  const row = { id: ctx.id(), direction: 'in', kind: 'ticket', key, cityNumber: number, fingerprint } as const;
  if (!(await claimExchange(ctx.tx, ctx.tenant, { ...row, caseId: known.id, body, status: 'noted' }, ctx.now))) return;
  const label = { zh: '市平台更新了工单内容', en: 'The city changed the content of the ticket' };
  const asked = await askedOf(ctx, services, ticket, changed);
  append(ctx, {
    subject: known.id,
    kind: 'case',
    what: 'cityUpdate',
    visibility: 'internal',
    body: { label, asked, cityNumber: number, changed },
  });
  await tellDesk(ctx, known, { what: 'cityUpdate', label, key });
}

/** The new values under the names of our fields, for the timeline; what says something of a person is left out. */
async function askedOf(ctx: Ctx, services: CaseServices, ticket: CityTicket, changed: readonly Change[]) {
  const { fields } = ticketFields(ticket, await mappingOf(ctx, services));
  const names = changed.filter((change) => 'to' in change).map(({ name }) => name);
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(sourceOf(name))));
}

/** What opening refuses, told at the places of the city's ticket. */
function inTheirWords(error: HuyingError, ticket: CityTicket): HuyingError {
  if (error.code !== 'case.asked') return error;
  const problems = atTheirPlaces(error.problems);
  return new HuyingError('exchange.ticketRefused', { number: ticket.number, count: problems.length }, problems);
}

async function keepRefused(
  services: CaseServices,
  capacity: Capacity,
  ticket: CityTicket,
  refusal: HuyingError,
): Promise<void> {
  await inTenant(services, capacity, async (ctx) => {
    const fingerprint = fingerprintOf(services.keyring, ctx.tenant, ticket);
    const key = `refused:${ticket.number}:${fingerprint.toString('hex').slice(0, 32)}`;
    const row = { id: ctx.id(), direction: 'in', kind: 'ticket', key, cityNumber: ticket.number } as const;
    const body = withoutPerson(ticket);
    const isNew = await claimExchange(ctx.tx, ctx.tenant, { ...row, fingerprint, body, status: 'refused' }, ctx.now);
    if (!isNew) await countAttempt(ctx.tx, ctx.tenant, 'in', key);
    await settleExchange(ctx.tx, ctx.tenant, 'in', key, { status: 'refused', error: refusal.message }, ctx.now);
  });
}
