import { coversArea, type Party } from '@huying/kit/access';
import { askedUnits, type CaseRecord } from '@huying/kit/case';
import { type HeldPost, type Holder, unitHead } from '../org/index.ts';
import type { CaseServices } from './case-services.ts';
import type { World } from './world.ts';

/** A person to be told, and the post for which they are. */
export interface Recipient {
  readonly account: string;
  readonly post: string;
}

/**
 * The people behind parties, each once. Where a party has nobody (a post is vacant, a unit has no desk), the role above
 * is told instead, for units the nearest head above and at last whom heads answer to: an escalation ends at a person or
 * is logged as reaching none.
 */
export function recipientsOf(
  parties: readonly Party[],
  record: CaseRecord,
  world: World,
  services: CaseServices,
): readonly Recipient[] {
  const found = new Map<string, Recipient>();
  for (const party of parties) {
    for (const { account, post } of peopleOf(party, record, world, services)) {
      found.set(`${account} ${post.id}`, { account, post: post.id });
    }
  }
  return [...found.values()];
}

function peopleOf(party: Party, record: CaseRecord, world: World, services: CaseServices): readonly Holder[] {
  const { org, context } = world;
  switch (party.party) {
    case 'role':
      return upwards(party.role, services, (role) => inArea(org.holdersOf(role, {}, context.now), record));
    case 'outsideHandlingUnit':
      return upwards(party.role, services, (role) =>
        inArea(org.holdersOf(role, {}, context.now), record).filter(
          ({ account }) => record.unit === null || !standsFor(account, record.unit, world),
        ),
      );
    case 'handlingUnit':
      return record.unit === null ? [] : inUnit(record.unit, party.role, world, services);
    case 'askedUnit':
      return askedUnits(record).flatMap((unit) => inUnit(unit, party.role, world, services));
    case 'handler':
      return assigned(record, world, services);
    case 'citizen':
    case 'partner':
    case 'system':
      return [];
    default:
      return party satisfies never;
  }
}

/** Whether a person has a post in a unit, their own or another's in whose place they stand. */
function standsFor(account: string, unit: string, { org, context }: World): boolean {
  return org.postsOf(account, context.now).some((post) => org.isWithin(post.unit, unit));
}

/** The unit's own people in the role; else those below it (heads are sought above, not below); else the nearest head. */
function inUnit(unit: string, role: string, world: World, services: CaseServices): readonly Holder[] {
  const { org, context } = world;
  const own = org.holdersOf(role, { unit }, context.now);
  if (own.length > 0) return own;
  if (role !== unitHead) {
    const below = org.subtree(unit).flatMap(({ id }) => org.holdersOf(role, { unit: id }, context.now));
    if (below.length > 0) return below;
  }
  const head = org.headOf(unit, context.now);
  if (head !== undefined) return [head];
  return upwards(services.product.roles[unitHead]?.escalatesTo, services, (above) =>
    org.holdersOf(above, {}, context.now),
  );
}

/** Whoever acts in the post assigned; once it is vacant, the role above it in the handling unit. */
function assigned(record: CaseRecord, world: World, services: CaseServices): readonly Holder[] {
  const { org, context } = world;
  const post = record.handler === null ? undefined : org.post(record.handler);
  if (post === undefined) return [];
  const people = org.holdersOf(post.role, { unit: post.unit }, context.now).filter((one) => one.post.id === post.id);
  if (people.length > 0 || record.unit === null) return people;
  return inUnit(record.unit, services.product.roles[post.role]?.escalatesTo ?? unitHead, world, services);
}

function inArea(holders: readonly Holder[], record: CaseRecord): readonly Holder[] {
  return holders.filter(({ post }) => coversArea(post.area, record.area));
}

function upwards(
  role: string | undefined,
  services: CaseServices,
  people: (role: string) => readonly Holder[],
): readonly Holder[] {
  for (let at = role; at !== undefined; at = services.product.roles[at]?.escalatesTo) {
    const found = people(at);
    if (found.length > 0) return found;
  }
  return [];
}

/** True when the post belongs to the unit the case is complained of, or to the side that handles it. */
export function standsIn(post: HeldPost | undefined, unit: unknown, world: World): boolean {
  return post !== undefined && typeof unit === 'string' && world.org.isWithin(post.unit, unit);
}
