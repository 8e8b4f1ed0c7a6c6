import type { Guard } from '@huying/kit/case';
import { eq, gt } from '@huying/kit/condition';
import { fact, type TicketFact } from './ticket-names.ts';

/** No ticket is closed over a press without reply, or a unit that must answer and has not. */
export const nothingOpen = [
  { name: 'pressPending', barredWhen: eq(fact('pending.press'), true), because: '督办尚未回复' },
  { name: 'partsOpen', barredWhen: gt(fact('parts.open'), 0), because: '还有必须答复的协办单位没有答复' },
] satisfies readonly Guard<TicketFact>[];
