import { holderOf, inAskedUnit } from '@huying/kit/access';
import { defineCase } from '@huying/kit/case';
import { role } from '../base/index.ts';
import { applications } from './applications.ts';
import { assistingUnits } from './assisting-units.ts';
import { clocks } from './clocks.ts';
import { inTheOffice } from './in-the-office.ts';
import { inTheUnit } from './in-the-unit.ts';
import { fields, intake } from './item-fields.ts';
import { owner, results, states } from './item-states.ts';
import { notices } from './notices.ts';
import { ordering } from './parties.ts';
import { requests } from './requests.ts';

/**
 * A supervision item: something the district must see done, from a promise whose part is late, from minutes, documents and leaders'
 * instructions. Verified by others than who did it, struck off, looked at again, and taken up under the same number if it relapses.
 */
export const item = defineCase({
  id: 'supervision-item',
  name: '督查事项',
  numberPrefix: 'DC',

  fields,
  roles: { title: 'title', place: 'place', matter: 'matter' },
  intake,
  openedBy: ordering,

  states,
  ends: ['writtenOff', 'terminated'],
  opens: 'proposed',
  holds: ['held'],
  closedFrom: [],
  results,
  closingDemands: ['conclusion'],
  owner,

  requests,
  clocks,
  partClock: {
    label: '协办',
    limit: { from: 'parameter', name: 'supervision.assistLimit' },
    rungs: [
      { name: 'late', at: 1, do: 'urge', to: [inAskedUnit(role['unit-clerk'])] },
      { name: 'escalated', at: 2, do: 'escalate', to: [inAskedUnit(role['unit-head']), holderOf(role.supervisor)] },
    ],
  },

  actions: { ...inTheOffice, ...inTheUnit, ...applications, ...notices, ...assistingUnits },
});
