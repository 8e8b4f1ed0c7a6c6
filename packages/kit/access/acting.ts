import type { Words } from '../error/index.ts';
import type { Party } from './party.ts';

/** The tree of units, as far as access asks of it. A unit is within itself. */
export interface UnitTree {
  isWithin(unit: string, ancestor: string): boolean;
  /** Who goes on with the duties of a unit that has ended by an instant; null for one that has not, and where nobody is named. */
  heirOf?(unit: string, now: number): string | null;
  /** Whose a post is or was, whatever its dates. */
  post?(id: string): { readonly account: string } | undefined;
}

/**
 * A person of the district, acting through one post. `area` is the code of the area the post answers for, null for all; `account` is the
 * person's own, also where they stand in for another.
 */
export interface ActingPost {
  readonly kind: 'post';
  readonly post: string;
  readonly account: string;
  readonly unit: string;
  readonly role: string;
  readonly area: string | null;
  /** The other posts the same person may act in now, their own and those they stand in for. */
  readonly besides: readonly { readonly post: string; readonly unit: string }[];
}

/** Who acts on a case: a person through a post, the clock, a platform outside, or the citizen who holds the case's code. */
export type Acting =
  | ActingPost
  | { readonly kind: 'system' }
  | { readonly kind: 'partner' }
  | { readonly kind: 'citizen' };

/** What of a case decides who may act on it. `area` is a cell, community or street code; codes nest by prefix. */
export interface ActedOn {
  readonly unit: string | null;
  readonly handler: string | null;
  readonly area: string | null;
  readonly askedUnits: readonly string[];
}

/** True when an area code lies in the area of a post: codes of GB/T 2260 and of cells nest by prefix. */
export function coversArea(postArea: string | null, area: string | null): boolean {
  return postArea === null || area?.startsWith(postArea) === true;
}

/** True when `acting` is (one of) the party to this case. */
export function isParty(party: Party, acting: Acting, on: ActedOn, units: UnitTree): boolean {
  if (acting.kind !== 'post') return party.party === acting.kind;
  switch (party.party) {
    case 'role':
      return acting.role === party.role && coversArea(acting.area, on.area);
    case 'handlingUnit':
      return acting.role === party.role && on.unit !== null && units.isWithin(acting.unit, on.unit);
    case 'handler':
      return on.handler !== null && acting.post === on.handler;
    case 'askedUnit':
      return acting.role === party.role && on.askedUnits.some((asked) => units.isWithin(acting.unit, asked));
    case 'outsideHandlingUnit':
      return isPostOutside(party.role, acting, on, units) && !isPersonInside(acting, on, units);
    case 'system':
    case 'partner':
    case 'citizen':
      return false;
    default:
      return party satisfies never;
  }
}

/**
 * True when the post is outside the handling unit and the person is not: they hold or stand in for a post inside it as well, or the work was
 * assigned to them. Somebody else is to do it.
 */
export function isBarredByOwnWork(party: Party, acting: Acting, on: ActedOn, units: UnitTree): boolean {
  return (
    party.party === 'outsideHandlingUnit' &&
    acting.kind === 'post' &&
    isPostOutside(party.role, acting, on, units) &&
    isPersonInside(acting, on, units)
  );
}

function isPostOutside(role: string, acting: ActingPost, on: ActedOn, units: UnitTree): boolean {
  return (
    acting.role === role &&
    coversArea(acting.area, on.area) &&
    (on.unit === null || !units.isWithin(acting.unit, on.unit))
  );
}

/** Whoever was assigned stays the handler after their post has ended. */
function isPersonInside(acting: ActingPost, { unit, handler }: ActedOn, units: UnitTree): boolean {
  const posts = [acting, ...acting.besides];
  if (handler !== null) {
    if (posts.some(({ post }) => post === handler) || units.post?.(handler)?.account === acting.account) return true;
  }
  return unit !== null && posts.some((post) => units.isWithin(post.unit, unit));
}

/** Says in words who a party is, for the reason beside a greyed action. */
export function partyWords(party: Party, roleName: (id: string) => Words): Words {
  switch (party.party) {
    case 'role':
      return roleName(party.role);
    case 'handlingUnit':
      return { zh: `承办单位的${roleName(party.role).zh}`, en: `${roleName(party.role).en} of the handling unit` };
    case 'handler':
      return { zh: '承办人', en: 'the assigned handler' };
    case 'askedUnit':
      return { zh: `被征询单位的${roleName(party.role).zh}`, en: `${roleName(party.role).en} of the unit asked` };
    case 'outsideHandlingUnit':
      return {
        zh: `承办单位以外的${roleName(party.role).zh}`,
        en: `${roleName(party.role).en} from outside the handling unit`,
      };
    case 'partner':
      return { zh: '来件平台', en: 'the platform it came from' };
    case 'citizen':
      return { zh: '来电人', en: 'the caller' };
    case 'system':
      return { zh: '系统', en: 'the system' };
    default:
      return party satisfies never;
  }
}
