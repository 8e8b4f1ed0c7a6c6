import { DAY_MS } from '@huying/kit/calendar';
import { isHuyingError } from '@huying/kit/error';
import { type CaseDistrict, type PersonName, points, type UnitCode } from '../district/index.ts';

/** A step that a test saw taken: of which case, what, when, and which unit had it then. */
export interface SeenStep {
  readonly id: string;
  readonly action: string;
  readonly at: number;
  readonly asked: Readonly<Record<string, unknown>>;
  /** State and unit after it. */
  readonly state: string;
  readonly unit: string | null;
}

/** A district in which things happen by chance; what happened is kept, apart from everything the program keeps. */
export interface RandomDistrict {
  readonly seen: readonly SeenStep[];
  /** Something happens, or is refused, some time later. `chances` are numbers from 0 to 1. */
  happen(chances: readonly [number, number, number, number]): Promise<void>;
}

interface Move {
  readonly action: string;
  who(unit: string): PersonName | 'system' | undefined;
  asked(chance: number): Record<string, unknown>;
}

const clerk = (unit: string): PersonName | undefined =>
  (({ water: 'waterClerk', roads: 'roadsClerk', west: 'westClerk' }) as const)[unit];
const head = (unit: string): PersonName | undefined =>
  (({ water: 'waterHead', roads: 'roadsHead', west: 'westHead' }) as const)[unit];
const pick = <T>(list: readonly [T, ...T[]], chance: number): T =>
  list[Math.min(list.length - 1, Math.floor(chance * list.length))] ?? list[0];
const one = (who: PersonName) => () => who;

export function randomDistrict(district: CaseDistrict): RandomDistrict {
  const { units } = district;
  const cases: { id: string; number: string; unit: string | null; state: string }[] = [];
  const seen: SeenStep[] = [];
  const unitNamed = (id: string | null) =>
    (['water', 'roads', 'west'] as const).find((code) => units[code] === id) ?? '';
  const numberOf = (chance: number) => cases[Math.floor(chance * cases.length)]?.number ?? '';
  const toUnit = (chance: number) => ({
    unit: units[pick<UnitCode>(['water', 'roads', 'west'], chance)],
    dispatchReason: '按职责目录',
  });
  const moves: Readonly<Record<string, readonly [Move, ...Move[]]>> = {
    received: [
      {
        action: 'file',
        who: one('acceptor'),
        asked: (chance) =>
          chance < 0.5 ? { matter: '01002', condition: '01002-2' } : { matter: '06013', condition: '06013-1' },
      },
      { action: 'file', who: one('acceptor'), asked: () => ({ demandKind: 'complaint' }) },
      { action: 'answer', who: one('operator'), asked: () => ({ answer: '已告知', solved: 'yes' }) },
      { action: 'markDuplicate', who: one('operator'), asked: (chance) => ({ earlier: numberOf(chance) }) },
    ],
    filed: [
      { action: 'dispatch', who: one('dispatcher'), asked: toUnit },
      { action: 'dispatch', who: one('dispatcher'), asked: toUnit },
      {
        action: 'relocate',
        who: one('dispatcher'),
        asked: (chance) => ({ place: placeAt(chance), reason: '更正地点' }),
      },
    ],
    arbitration: [{ action: 'arbitrate', who: one('shiftLeader'), asked: toUnit }],
    merged: [
      { action: 'separate', who: one('acceptor'), asked: () => ({ reason: '不是同一处' }) },
      { action: 'releaseMerged', who: () => 'system', asked: () => ({}) },
      {
        action: 'answerMerged',
        who: () => 'system',
        asked: (chance) => ({ result: 'fixed', answer: '已处置', unit: toUnit(chance).unit }),
      },
    ],
    dispatched: [
      { action: 'sign', who: clerk, asked: () => ({}) },
      { action: 'sign', who: clerk, asked: () => ({}) },
      { action: 'sendBack', who: clerk, asked: () => ({ reason: '不属于本单位职责' }) },
      { action: 'contact', who: clerk, asked: (chance) => ({ reached: chance < 0.7, note: '已联系' }) },
    ],
    handling: [
      { action: 'handled', who: clerk, asked: () => ({ handled: '已处置' }) },
      { action: 'handled', who: clerk, asked: () => ({ handled: '已处置' }) },
      { action: 'contact', who: clerk, asked: (chance) => ({ reached: chance < 0.7, note: '已联系' }) },
      { action: 'sendBack', who: clerk, asked: () => ({ reason: '不属于本单位职责' }) },
      {
        action: 'askExtension',
        who: clerk,
        asked: (chance) => ({ days: 1 + Math.floor(chance * 9), reason: '等待配件' }),
      },
      { action: 'grantExtension', who: one('shiftLeader'), asked: () => ({ note: '同意' }) },
      { action: 'refuseExtension', who: one('dispatcher'), asked: () => ({ note: '不同意' }) },
      {
        action: 'askHold',
        who: clerk,
        asked: (chance) => ({ awaited: '等待进场', until: dayIn(1 + Math.floor(chance * 20)) }),
      },
      { action: 'grantHold', who: one('shiftLeader'), asked: () => ({ note: '同意' }) },
      { action: 'object', who: head, asked: () => ({ reason: '不属于本单位职责' }) },
      { action: 'conclude', who: one('shiftLeader'), asked: toUnit },
      {
        action: 'relocate',
        who: one('dispatcher'),
        asked: (chance) => ({ place: placeAt(chance), reason: '更正地点' }),
      },
    ],
    held: [{ action: 'resume', who: clerk, asked: () => ({}) }],
    done: [{ action: 'verify', who: one('verifier'), asked: (chance) => ({ passed: chance < 0.7, verified: '看过' }) }],
    verified: [
      { action: 'close', who: one('acceptor'), asked: () => ({ result: 'fixed', answer: '已处置' }) },
      { action: 'close', who: one('acceptor'), asked: () => ({ result: 'explained', answer: '已解释' }) },
      { action: 'redo', who: one('acceptor'), asked: () => ({ reason: '材料不全' }) },
    ],
    callback: [
      {
        action: 'callBack',
        who: one('callbackOfficer'),
        asked: (chance) => ({
          solved: pick(['yes', 'no', 'unreached'], chance),
          satisfied: pick(['satisfied', 'fair', 'dissatisfied', 'none'], (chance * 7) % 1),
          justified: chance < 0.5,
        }),
      },
      { action: 'judgeUnreasonable', who: one('shiftLeader'), asked: () => ({ reason: '诉求不合理' }) },
    ],
    closed: [
      { action: 'reopen', who: one('operator'), asked: () => ({ cause: '又坏了' }) },
      { action: 'appeal', who: clerk, asked: () => ({ reason: '等待产权单位' }) },
      { action: 'grantAppeal', who: one('supervisor'), asked: () => ({ reason: '情况属实' }) },
      { action: 'refuseAppeal', who: one('supervisor'), asked: () => ({ reason: '理由不成立' }) },
      { action: 'judgeUnreasonable', who: one('shiftLeader'), asked: () => ({ reason: '诉求不合理' }) },
    ],
  };
  const dayIn = (days: number) => new Date(district.clock.now() + days * DAY_MS).toISOString().slice(0, 10);

  async function open(chance: number): Promise<void> {
    const { id, number, state } = await district.open({
      channel: pick(['phone', 'web', 'letter'], chance),
      demandClass: pick(['A01', 'A02', 'B01'], (chance * 5) % 1),
      demandKind: pick(['request', 'consultation', 'complaint'], (chance * 3) % 1),
      place: placeAt((chance * 11) % 1),
      ...((chance * 13) % 1 < 0.2 ? { phone: undefined, caller: undefined } : {}),
    });
    cases.push({ id, number, unit: null, state });
    seen.push({ id, action: 'open', at: district.clock.now(), asked: {}, state, unit: null });
  }

  return {
    seen,
    async happen([which, what, how, later]) {
      district.clock.advance(1_000 + Math.floor(later ** 4 * 4 * DAY_MS));
      const at = cases[Math.floor(which * (cases.length + 2))];
      if (at === undefined) return open(how);
      Object.assign(at, await standing(district, at.id));
      const move = pick(moves[at.state] ?? [{ action: 'urge', who: one('operator'), asked: () => ({}) }], what);
      const who = move.who(unitNamed(at.unit));
      if (who === undefined) return;
      const asked = move.asked(how);
      try {
        await district.act(who, at, move.action, asked);
        Object.assign(at, await standing(district, at.id));
        seen.push({ id: at.id, action: move.action, at: district.clock.now(), asked, state: at.state, unit: at.unit });
      } catch (error) {
        if (!isHuyingError(error)) throw error;
      }
    },
  };
}

/** The case as its table has it: clocks move cases too. */
async function standing(district: CaseDistrict, id: string): Promise<{ state: string; unit: string | null }> {
  const row = await district.inside(({ tx }) =>
    tx.one<{ state: string; unit: string | null }>(
      'select state, unit from case_record where tenant = $1 and id = $2',
      [district.tenant, id],
    ),
  );
  if (row === undefined) throw new Error(`${id} is gone`);
  return row;
}

function placeAt(chance: number) {
  const point = chance < 0.5 ? points.west : points.east;
  return chance < 0.9 ? { cell: null, point, address: '人民路', datum: 'WGS84' } : undefined;
}
