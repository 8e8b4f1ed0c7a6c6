import type { CaseRecord } from '@huying/kit/case';
import { type Static, Type } from 'typebox';

/** What an operation on a case answers: enough to go on from; the page reads the rest. */
export const receiptSchema = Type.Object({
  id: Type.String(),
  number: Type.String(),
  version: Type.Integer(),
  state: Type.String(),
});

export type Receipt = Static<typeof receiptSchema>;

export function receiptOf({ id, number, version, state }: CaseRecord): Receipt {
  return { id, number, version, state };
}
