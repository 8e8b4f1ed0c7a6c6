import type { Words } from '../error/index.ts';
import type { Party } from './party.ts';

/** The tree of units, as far as access asks of it. A unit is within itself. */
export interface UnitTree {
  isWithin(unit: string, ancestor: string): boolean;
  /** Who goes on with the duties of a unit that has ended by an instant; null for one that has not, and where nobody is named. */
  heirOf?(unit: string, now: number): string | null;
}

/** A person of the district, acting through one post. `area` is the code of the area the post answers for, null for all. */
export interface ActingPost {
  readonly kind: 'post';
  readonly post: string;
  readonly account: string;
  readonly unit: string;
  readonly role: string;
  readonly area: string | null;
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
      return (
        acting.role === party.role &&
        coversArea(acting.area, on.area) &&
        acting.post !== on.handler &&
        (on.unit === null || !units.isWithin(acting.unit, on.unit))
      );
    case 'system':
    case 'partner':
    case 'citizen':
      return false;
    default:
      return party satisfies never;
  }
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
