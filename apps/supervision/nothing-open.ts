import type { Guard } from '@huying/kit/case';
import { eq, gt } from '@huying/kit/condition';
import { fact, type ItemFact } from './item-names.ts';

/** Nothing ends over an assisting unit that must answer and has not. */
export const partsAnswered = {
  name: 'partsOpen',
  barredWhen: gt(fact('parts.open'), 0),
  because: '还有必须答复的协办单位没有答复',
} satisfies Guard<ItemFact>;

/** Nothing is written off over a notice without answer. */
export const noticeAnswered = {
  name: 'noticePending',
  barredWhen: eq(fact('pending.notice'), true),
  because: '督查提醒尚未回复',
} satisfies Guard<ItemFact>;
