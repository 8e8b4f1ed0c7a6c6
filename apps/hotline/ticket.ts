import { holderOf, inAskedUnit, inHandlingUnit } from '@huying/kit/access';
import { defineCase } from '@huying/kit/case';
import { eq, or } from '@huying/kit/condition';
import { role } from '../base/index.ts';
import { afterHandling } from './after-handling.ts';
import { applications } from './applications.ts';
import { assistingUnits } from './assisting-units.ts';
import { atAnyTime } from './at-any-time.ts';
import { atTheCentre } from './at-the-centre.ts';
import { clocks } from './clocks.ts';
import { fields, intake } from './fields.ts';
import { inTheUnit } from './in-the-unit.ts';
import { judgements } from './judgements.ts';
import { merging, mergingActions } from './merging.ts';
import { requests } from './requests.ts';
import { owner, results, states } from './states.ts';
import { fact } from './ticket-names.ts';

/**
 * A 12345 ticket: something people ask of the district by telephone, web, letter or through the city's platform.
 * The flow and its guards: three real city systems agree on it; the limits are parameters of the district.
 */
export const ticket = defineCase({
  id: 'ticket',
  name: '诉求工单',
  numberPrefix: 'HX',

  fields,
  roles: {
    title: 'title',
    place: 'place',
    matter: 'matter',
    condition: 'condition',
    callerPhone: 'phone',
    complainedUnit: 'complainedUnit',
  },
  intake,
  openedBy: [
    holderOf(role.operator),
    holderOf(role.acceptor),
    holderOf(role.dispatcher),
    holderOf(role['shift-leader']),
  ],

  states,
  ends: ['closed'],
  opens: 'received',
  holds: ['held'],
  closedFrom: ['callback'],
  results,
  closingDemands: ['answer'],
  owner,

  requests,
  clocks,
  partClock: {
    label: '协办',
    limit: { from: 'parameter', name: 'hotline.assistLimit' },
    rungs: [
      { name: 'late', at: 1, do: 'urge', to: [inAskedUnit(role['unit-clerk'])] },
      {
        name: 'escalated',
        at: 2,
        do: 'escalate',
        to: [inAskedUnit(role['unit-head']), inHandlingUnit(role['unit-clerk'])],
      },
    ],
  },

  actions: {
    ...atTheCentre,
    ...inTheUnit,
    ...applications,
    ...assistingUnits,
    ...afterHandling,
    ...atAnyTime,
    ...mergingActions,
    ...judgements,
  },
  merging,

  conceals: [
    { fields: ['caller', 'phone'], from: 'complainedUnit' },
    {
      fields: ['caller', 'phone'],
      from: 'handlingSide',
      when: or(eq(fact('data.demandKind'), 'report'), eq(fact('data.confidential'), true)),
    },
  ],
});
