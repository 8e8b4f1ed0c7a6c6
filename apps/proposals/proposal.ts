import { holderOf, inAskedUnit, inHandlingUnit } from '@huying/kit/access';
import { defineCase } from '@huying/kit/case';
import { role } from '../base/index.ts';
import { answering, opinions } from './answering.ts';
import { clocks } from './clocks.ts';
import { handingOn } from './handing-on.ts';
import { jointReplies } from './joint-replies.ts';
import { entering } from './parties.ts';
import { fields, intake } from './proposal-fields.ts';
import { owner, results, states } from './proposal-states.ts';
import { requests } from './requests.ts';

/**
 * A deputy's suggestion or a member's proposal: the unit speaks with who leads it before it replies, the opinion on the reply is
 * asked for, what displeases is handled again, and what is not done yet stays open until it is.
 */
export const proposal = defineCase({
  id: 'proposal',
  name: '建议提案',
  numberPrefix: 'JY',

  fields,
  roles: { title: 'title', place: 'place', matter: 'matter', callerPhone: 'phone' },
  intake,
  openedBy: entering,
  seenBy: [holderOf(role['congress-officer'])],

  states,
  ends: ['concluded'],
  opens: 'received',
  closedFrom: [],
  results,
  closingDemands: [],
  owner,

  requests,
  clocks,
  partClock: {
    label: '会办',
    limit: { from: 'parameter', name: 'proposals.assistLimit' },
    rungs: [
      { name: 'late', at: 1, do: 'urge', to: [inAskedUnit(role['unit-clerk'])] },
      {
        name: 'escalated',
        at: 1,
        plus: '5工作日',
        do: 'escalate',
        to: [inAskedUnit(role['unit-head']), inHandlingUnit(role['unit-clerk'])],
      },
    ],
  },

  actions: { ...handingOn, ...answering, ...jointReplies, ...opinions },
});
