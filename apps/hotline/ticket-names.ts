import type { ActionSpec, FactName } from '@huying/kit/case';
import { property } from '@huying/kit/condition';
import type { clocks } from './clocks.ts';
import type { fields } from './fields.ts';
import type { requests } from './requests.ts';
import type { results, states } from './states.ts';

export type TicketField = keyof typeof fields;
export type TicketState = keyof typeof states;
export type TicketResult = keyof typeof results;
export type TicketRequest = keyof typeof requests;
export type TicketClock = keyof typeof clocks;
/** What a condition of an action may name; `defineCase` checks the names of actions among them. */
export type TicketFact = FactName<TicketField, TicketClock, TicketRequest>;
/** Actions of one phase of the flow, their names checked where they are written down. */
export type TicketActions = Readonly<
  Record<string, ActionSpec<TicketState, TicketResult, TicketClock, TicketRequest, TicketFact>>
>;

/** A fact of the ticket, its name kept for the check. */
export const fact = property;

/** What the form of the action says. */
export const asked = <const Name extends string>(name: Name) => property(`asked.${name}`);
