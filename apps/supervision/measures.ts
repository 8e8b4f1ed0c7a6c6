import { and, type Condition, gt, isIn, isNull, lte, not, or, property } from '@huying/kit/condition';
import { defineMeasure, type Measure } from '@huying/kit/measure';

const known = (name: string): Condition => not(isNull(property(name)));
/** In time means by the due time; what is open is not. */
const inTime = (done: string, due: string): Condition => lte(property(done), property(due));
const sentOn = isIn(property('outcome'), ['sentBack', 'moved']);
/** What a leader ended is neither done nor late: it leaves the rate and is counted beside it. */
const terminated = isIn(property('result'), ['terminated', 'declined']);

const SOURCE = '督查事项流水';
const item = { fact: 'supervision', source: SOURCE, calendar: 'working' } as const;
const stint = { fact: 'supervision.stint', source: SOURCE, calendar: 'working', grain: ['all', 'unit'] } as const;
/** Rates are rounded to a tenth of a per cent, and ranked from ten items on: a unit has far fewer items than tickets. */
const rate = { decimals: 1, minimum: 10 } as const;
const number = { decimals: 0, minimum: 0 } as const;

/** How much there was. */
const volumes = [
  defineMeasure({
    ...item,
    ...number,
    id: 'supervision.registered',
    name: '立项数',
    meaning: '当期立项的督查事项，按立项时间统计，按目前的牵头单位分列。',
    on: 'registeredAt',
    form: { count: true },
    grain: ['all', 'unit', 'matter', 'channel'],
    better: 'neither',
  }),
  defineMeasure({
    ...item,
    ...number,
    id: 'supervision.writtenOff',
    name: '销号数',
    meaning: '当期经核查销号、至今没有重新立项的督查事项，按销号时间统计；终止的不算。',
    on: 'closedAt',
    form: { count: not(terminated) },
    grain: ['all', 'unit', 'matter', 'channel'],
    better: 'neither',
  }),
  defineMeasure({
    ...item,
    ...number,
    id: 'supervision.terminated',
    name: '终止数',
    meaning: '当期不予立项或经批准终止办理的督查事项；不计入办结率，单独列出。',
    on: 'closedAt',
    form: { count: terminated },
    grain: ['all', 'unit', 'channel'],
    better: 'neither',
  }),
  defineMeasure({
    ...item,
    ...number,
    id: 'supervision.open',
    name: '在办数',
    meaning: '期末已经交办、还没有销号的督查事项，不论何时交办；销号后又重新立项的，按一直没有销号算。',
    on: 'assignedAt',
    form: { stock: true, until: 'closedAt' },
    grain: ['all', 'unit', 'matter', 'channel'],
    better: 'neither',
  }),
  defineMeasure({
    ...item,
    ...number,
    id: 'supervision.openLate',
    name: '逾期未结数',
    meaning:
      '期末批准时限的到期日已过、还没有销号的督查事项，不论何时到期，按目前批准的时限；暂停的没有时限，不在其中。',
    on: 'dueAt',
    fullDays: true,
    form: { stock: true, until: 'closedAt' },
    grain: ['all', 'unit', 'matter', 'channel'],
    clock: 'whole',
    better: 'low',
  }),
  defineMeasure({
    ...item,
    ...number,
    id: 'supervision.noticed',
    name: '督查提醒事项数',
    meaning: '发过督查提醒的事项，按最近一次签发时间统计。',
    on: 'noticedAt',
    form: { count: gt(property('notices'), 0) },
    grain: ['all', 'unit', 'channel'],
    better: 'low',
  }),
] as const;

/** Whether it was done by when it had to be. What is open and overdue stays in every denominator. */
const timeliness = [
  defineMeasure({
    ...item,
    ...rate,
    id: 'supervision.closedDue',
    name: '应办结率',
    meaning: '批准时限在当期到期的督查事项中，至今已经销号的比例，不论是否按时；终止的剔除并另列。',
    on: 'dueAt',
    fullDays: true,
    form: { ratio: { of: known('closedAt'), among: true, except: terminated } },
    grain: ['all', 'unit', 'matter', 'channel'],
    clock: 'whole',
    better: 'high',
  }),
  defineMeasure({
    ...item,
    ...rate,
    id: 'supervision.onTimeFirst',
    name: '按时办结率（首次时限）',
    meaning:
      '首次时限在当期到期的督查事项中，在该时限前核查销号的比例；没有销号的、逾期的都在分母里，终止的剔除并另列。',
    on: 'firstDueAt',
    fullDays: true,
    form: { ratio: { of: inTime('closedAt', 'firstDueAt'), among: true, except: terminated } },
    grain: ['all', 'unit', 'matter', 'channel'],
    clock: 'whole',
    better: 'high',
  }),
  defineMeasure({
    ...item,
    ...rate,
    id: 'supervision.onTimeApproved',
    name: '按时办结率（批准时限）',
    meaning:
      '经批准延期、暂停、重办后的时限在当期到期的督查事项中，在该时限前核查销号的比例；没有销号的、逾期的都在分母里，终止的剔除并另列。',
    on: 'dueAt',
    fullDays: true,
    form: { ratio: { of: inTime('closedAt', 'dueAt'), among: true, except: terminated } },
    grain: ['all', 'unit', 'matter', 'channel'],
    clock: 'whole',
    better: 'high',
  }),
  defineMeasure({
    ...stint,
    ...rate,
    id: 'supervision.signing',
    name: '按时签收率',
    meaning: '签收时限在当期到期的交办中，牵头单位在时限内签收的比例；没有签收就改派的剔除并另列。',
    on: 'signDueAt',
    fullDays: true,
    form: {
      ratio: { of: inTime('signedAt', 'signDueAt'), among: true, except: and(sentOn, isNull(property('signedAt'))) },
    },
    clock: 'sign',
    better: 'high',
  }),
  defineMeasure({
    ...stint,
    ...rate,
    id: 'supervision.feedback',
    name: '按时反馈率',
    meaning: '反馈时限在当期到期的交办中，牵头单位在时限内反馈的比例；多次反馈的以最近一次为准，改派的剔除并另列。',
    on: 'feedbackDueAt',
    fullDays: true,
    form: { ratio: { of: inTime('reportedAt', 'feedbackDueAt'), among: true, except: sentOn } },
    clock: 'feedback',
    better: 'high',
  }),
] as const;

/** How well it went on the way, and whether it held. */
const flow = [
  defineMeasure({
    ...stint,
    ...rate,
    id: 'supervision.returned',
    name: '退办率',
    meaning: '当期交办到单位的事项中，经同意退办改派的比例；驳回的申请不算。',
    on: 'from',
    form: { ratio: { of: sentOn, among: isIn(property('by'), ['assign', 'agreeReturn']) } },
    better: 'low',
  }),
  defineMeasure({
    ...item,
    ...rate,
    id: 'supervision.extended',
    name: '延期率',
    meaning: '当期首次交办的督查事项中，批准过延期的比例；驳回的申请不算。',
    on: 'assignedAt',
    form: { ratio: { of: gt(property('extensions'), 0), among: true } },
    grain: ['all', 'unit', 'matter', 'channel'],
    better: 'low',
  }),
  defineMeasure({
    ...item,
    ...rate,
    id: 'supervision.redone',
    name: '重办率',
    meaning: '当期首次核查的督查事项中，被退回重办过的比例。',
    on: 'checkedAt',
    form: { ratio: { of: gt(property('redos'), 0), among: true } },
    grain: ['all', 'unit', 'matter', 'channel'],
    better: 'low',
  }),
  defineMeasure({
    ...item,
    ...rate,
    id: 'supervision.verified',
    name: '核查通过率',
    meaning: '当期首次核查的督查事项中，一次核查即通过销号的比例，与重办率之和不超过 100%。',
    on: 'checkedAt',
    form: { ratio: { of: and(known('writtenOffAt'), lte(property('redos'), 0)), among: true } },
    grain: ['all', 'unit', 'matter', 'channel'],
    better: 'high',
  }),
  defineMeasure({
    ...item,
    ...rate,
    id: 'supervision.relapsed',
    name: '反弹率',
    meaning: '当期首次销号的督查事项中，回头看发现反弹、重新立项的比例。',
    on: 'writtenOffAt',
    form: { ratio: { of: gt(property('relapses'), 0), among: true } },
    grain: ['all', 'unit', 'matter', 'channel'],
    better: 'low',
  }),
  defineMeasure({
    ...item,
    ...rate,
    id: 'supervision.lookedAgain',
    name: '回头看覆盖率',
    meaning: '当期首次销号的督查事项中，做过回头看的比例。',
    on: 'writtenOffAt',
    form: { ratio: { of: or(gt(property('looks'), 0), gt(property('relapses'), 0)), among: true } },
    grain: ['all', 'unit', 'channel'],
    better: 'high',
  }),
] as const;

/** Everything that is counted of supervision items: volumes, timeliness, flow. Internal, and for reference until verified. */
export const measures: readonly Measure[] = [...volumes, ...timeliness, ...flow];
