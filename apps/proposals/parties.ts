import { holderOf, inHandlingUnit, theHandler } from '@huying/kit/access';
import { role } from '../base/index.ts';

/** Who hands proposals on and asks for the opinion: the supervision office. */
export const office = [holderOf(role.supervisor)];

/** Who enters what the congress and the conference hand over, and the forms that come back: the office, and their own officers. */
export const entering = [holderOf(role.supervisor), holderOf(role['congress-officer'])];

/** The desk of the lead unit: its clerk and its head. */
export const unitDesk = [inHandlingUnit(role['unit-clerk']), inHandlingUnit(role['unit-head'])];

/** Everybody on the side that does the work. */
export const handlingSide = [...unitDesk, theHandler];
