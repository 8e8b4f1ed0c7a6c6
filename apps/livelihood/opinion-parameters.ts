import { defineParameter, type ParameterDeclaration } from '@huying/kit/app';

const limit = (name: string, label: string, value: string) =>
  defineParameter({ name, label, kind: 'limit', default: value, editableBy: 'supervisor' });

/** What the screening of opinions may take its time over. */
export const opinionParameters: readonly ParameterDeclaration[] = [
  limit('livelihood.screeningLimit', '征集意见筛选时限', '15工作日'),
  limit('livelihood.tellingLimit', '征集意见告知时限', '5工作日'),
];
