import type { Role } from './role.ts';

/**
 * Who may do something to a case, or must be told of it, said by what they are to the case and not by name.
 * `system` is the clock itself; `partner` a platform outside; `citizen` whoever holds the case's number and code.
 */
export type Party =
  | { readonly party: 'role'; readonly role: string }
  | { readonly party: 'handlingUnit'; readonly role: string }
  | { readonly party: 'handler' }
  | { readonly party: 'askedUnit'; readonly role: string }
  | { readonly party: 'outsideHandlingUnit'; readonly role: string }
  | { readonly party: 'partner' }
  | { readonly party: 'citizen' }
  | { readonly party: 'system' };

/** Any post that holds the role and whose area covers the case. */
export const holderOf = (role: Role): Party => ({ party: 'role', role: role.id });
/** A post with the role in the unit the case was dispatched to, or below it. */
export const inHandlingUnit = (role: Role): Party => ({ party: 'handlingUnit', role: role.id });
/** The person the handling unit assigned. */
export const theHandler: Party = { party: 'handler' };
/** A post with the role in a unit that was asked to assist and has not answered. */
export const inAskedUnit = (role: Role): Party => ({ party: 'askedUnit', role: role.id });
/** A post with the role in a unit outside the handling unit's subtree: the one that did the work never verifies it. */
export const outsideHandlingUnit = (role: Role): Party => ({ party: 'outsideHandlingUnit', role: role.id });
export const thePartner: Party = { party: 'partner' };
export const theCitizen: Party = { party: 'citizen' };
export const theSystem: Party = { party: 'system' };

/** True for parties that stand for people of the district, who can be made answerable. */
export function isStaff(party: Party): boolean {
  return party.party !== 'system' && party.party !== 'partner' && party.party !== 'citizen';
}

/** The role a party must hold; null for the assigned handler and for parties outside the staff. */
export function roleOf(party: Party): string | null {
  return 'role' in party ? party.role : null;
}
