import { holderOf } from '@huying/kit/access';
import type { RequestSpec } from '@huying/kit/case';
import { role } from '../base/index.ts';

/** What somebody must decide while a proposal goes on. */
export const requests = {
  extension: { label: '延期答复申请', owner: holderOf(role.supervisor) },
} satisfies Readonly<Record<string, RequestSpec>>;
