import type { ActionSpec, FactName } from '@huying/kit/case';
import { property } from '@huying/kit/condition';
import type { clocks } from './clocks.ts';
import type { fields } from './item-fields.ts';
import type { results, states } from './item-states.ts';
import type { requests } from './requests.ts';

export type ItemFact = FactName<keyof typeof fields, keyof typeof clocks, keyof typeof requests>;
/** Actions of one phase of the flow, their names checked where they are written down. */
export type ItemActions = Readonly<
  Record<
    string,
    ActionSpec<keyof typeof states, keyof typeof results, keyof typeof clocks, keyof typeof requests, ItemFact>
  >
>;

/** A fact of the item, its name kept for the check. */
export const fact = property;

/** What the form of the action says. */
export const asked = <const Name extends string>(name: Name) => property(`asked.${name}`);
