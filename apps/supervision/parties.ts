import { holderOf, inHandlingUnit, outsideHandlingUnit, theHandler } from '@huying/kit/access';
import { role } from '../base/index.ts';

/** The supervision office. */
export const office = [holderOf(role.supervisor)];

/** Who may give orders: the office, and the leaders it works for. */
export const ordering = [holderOf(role.supervisor), holderOf(role['district-leader'])];

/** The desk of the lead unit: its clerk and its head. */
export const unitDesk = [inHandlingUnit(role['unit-clerk']), inHandlingUnit(role['unit-head'])];

/** Everybody on the side that does the work. */
export const handlingSide = [...unitDesk, theHandler];

/** Who verifies: never somebody of the unit that did the work. */
export const verifying = [outsideHandlingUnit(role.supervisor), outsideHandlingUnit(role.verifier)];
