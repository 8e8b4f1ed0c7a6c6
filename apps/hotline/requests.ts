import { holderOf, inHandlingUnit } from '@huying/kit/access';
import type { RequestSpec } from '@huying/kit/case';
import { role } from '../base/index.ts';

/** What somebody must decide or answer while the ticket goes on. */
export const requests = {
  extension: { label: '延期申请', owner: holderOf(role.dispatcher) },
  hold: { label: '挂起申请', owner: holderOf(role['shift-leader']) },
  objection: { label: '会商', owner: holderOf(role['shift-leader']) },
  press: { label: '督办', owner: inHandlingUnit(role['unit-head']) },
} satisfies Readonly<Record<string, RequestSpec>>;
