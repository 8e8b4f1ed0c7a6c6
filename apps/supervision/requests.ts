import { holderOf, inHandlingUnit } from '@huying/kit/access';
import type { RequestSpec } from '@huying/kit/case';
import { role } from '../base/index.ts';

/** What somebody must decide, sign or answer while the item goes on. */
export const requests = {
  return: { label: '退办申请', owner: holderOf(role.supervisor) },
  extension: { label: '延期申请', owner: holderOf(role.supervisor) },
  hold: { label: '暂停申请', owner: holderOf(role.supervisor) },
  termination: { label: '终止申请', owner: holderOf(role['district-leader']) },
  noticeDraft: { label: '待签发的督查提醒', owner: holderOf(role.supervisor) },
  notice: { label: '督查提醒', owner: inHandlingUnit(role['unit-head']) },
} satisfies Readonly<Record<string, RequestSpec>>;
