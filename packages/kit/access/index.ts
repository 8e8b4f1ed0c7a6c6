export {
  type ActedOn,
  type Acting,
  type ActingPost,
  coversArea,
  isBarredByOwnWork,
  isParty,
  partyWords,
  type UnitTree,
} from './acting.ts';
export {
  holderOf,
  inAskedUnit,
  inHandlingUnit,
  isStaff,
  outsideHandlingUnit,
  type Party,
  roleOf,
  theCitizen,
  theHandler,
  thePartner,
  theSystem,
} from './party.ts';
export { defineRoles, type Reach, type Role } from './role.ts';
