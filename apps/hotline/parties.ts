import { holderOf, inHandlingUnit, theHandler } from '@huying/kit/access';
import { role } from '../base/index.ts';

/** Who accepts and closes at the dispatch centre. */
export const centre = [holderOf(role.acceptor), holderOf(role['shift-leader'])];

/** Who dispatches, and decides what units apply for. */
export const dispatching = [holderOf(role.dispatcher), holderOf(role['shift-leader'])];

/** The desk of the handling unit: its clerk and its head. */
export const unitDesk = [inHandlingUnit(role['unit-clerk']), inHandlingUnit(role['unit-head'])];

/** Everybody on the side that does the work. */
export const handlingSide = [...unitDesk, theHandler];
