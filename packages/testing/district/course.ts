import { isHuyingError } from '@huying/kit/error';
import type { Receipt } from '@huying/server/case';
import type { CaseDistrict } from './test-district.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Tickets brought as far as a test needs them, by the people whose steps they are; the water department handles. */
export interface Course {
  filed(fields?: Fields, condition?: string): Promise<Receipt>;
  dispatched(fields?: Fields, condition?: string): Promise<Receipt>;
  /** Signed, nobody assigned. */
  handling(fields?: Fields, condition?: string): Promise<Receipt>;
  done(fields?: Fields): Promise<Receipt>;
  verified(fields?: Fields): Promise<Receipt>;
  callback(fields?: Fields): Promise<Receipt>;
  closed(fields?: Fields): Promise<Receipt>;
}

export function courseOf(district: CaseDistrict): Course {
  const { act, units } = district;
  const course: Course = {
    async filed(fields, condition = '01002-2') {
      return act('acceptor', await district.open(fields), 'file', { matter: '01002', condition });
    },
    async dispatched(fields, condition) {
      const asked = { unit: units.water, dispatchReason: '三定方案第五条' };
      return act('dispatcher', await course.filed(fields, condition), 'dispatch', asked);
    },
    handling: async (fields, condition) => act('waterClerk', await course.dispatched(fields, condition), 'sign'),
    done: async (fields) => act('waterClerk', await course.handling(fields), 'handled', { handled: '已更换' }),
    async verified(fields) {
      return act('verifier', await course.done(fields), 'verify', { passed: true, verified: '属实' });
    },
    async callback(fields) {
      return act('acceptor', await course.verified(fields), 'close', { result: 'fixed', answer: '已更换' });
    },
    async closed(fields) {
      return act('callbackOfficer', await course.callback(fields), 'callBack', { solved: 'yes', satisfied: 'fair' });
    },
  };
  return course;
}

/** The code an attempt is refused with, and the guard that barred it; `done` where it was not refused. */
export async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'done';
  } catch (error) {
    if (!isHuyingError(error)) throw error;
    const { guard } = error.params;
    return guard === undefined ? error.code : `${error.code} ${guard}`;
  }
}
