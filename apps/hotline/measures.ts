import { and, type Condition, eq, gt, isIn, isNull, lte, not, or, property } from '@huying/kit/condition';
import { defineMeasure, type Measure } from '@huying/kit/measure';

const SOURCE = '工单流水';

/** Steps that give a ticket to a unit; one that is reopened comes back to its own unit and was not dispatched. */
const DISPATCHES = ['dispatch', 'arbitrate', 'conclude'];

const known = (name: string): Condition => not(isNull(property(name)));
/** In time means by the due time; what is open, or was never done, is not. */
const inTime = (done: string, due: string): Condition => lte(property(done), property(due));
const exempted = gt(property('exempted'), 0);
const unreasonable = gt(property('unreasonable'), 0);
const sentOn = isIn(property('outcome'), ['sentBack', 'moved']);
const WEEK_SECONDS = 7 * 86_400;
const wentStraight = and(eq(property('dispatches'), 1), eq(property('sendBacks'), 0));

const ticket = { fact: 'ticket', source: SOURCE, calendar: 'working' } as const;
const stint = { fact: 'ticket.stint', source: SOURCE, calendar: 'working', grain: ['all', 'unit', 'street'] } as const;
/** Rates are rounded to a tenth of a per cent, and ranked from twenty cases on. */
const rate = { decimals: 1, minimum: 20 } as const;
const number = { decimals: 0, minimum: 0 } as const;

/** What a head of a unit or a street asks first: which matters, and which channels, make the number. */
const CROSSED = ['unit.matter', 'unit.channel', 'street.matter'] as const;

/** How much there was. */
const volumes = [
  defineMeasure({
    ...ticket,
    ...number,
    id: 'hotline.received',
    name: '受理量',
    meaning: '当期登记的全部工单，按登记时间统计，按目前的承办单位分列。',
    on: 'openedAt',
    form: { count: true },
    grain: ['all', 'unit', 'street', 'cell', 'matter', 'channel'],
    cross: CROSSED,
    better: 'neither',
  }),
  defineMeasure({
    ...ticket,
    ...number,
    id: 'hotline.closed',
    name: '办结量',
    meaning: '当期办结、至今没有重新打开的工单，按办结时间统计。',
    on: 'closedAt',
    form: { count: true },
    grain: ['all', 'unit', 'street', 'matter', 'channel'],
    better: 'neither',
  }),
  defineMeasure({
    ...ticket,
    ...number,
    id: 'hotline.open',
    name: '在办量',
    meaning: '期末还没有办结的工单，不论何时登记；办结后又重新打开的，按一直没有办结算。',
    on: 'openedAt',
    form: { stock: true, until: 'closedAt' },
    grain: ['all', 'unit', 'street', 'cell', 'matter', 'channel'],
    better: 'low',
  }),
  defineMeasure({
    ...ticket,
    ...number,
    id: 'hotline.openLate',
    name: '超期未结量',
    meaning:
      '期末批准时限的到期日已过、还没有办结的工单，不论何时到期，按目前批准的时限；挂起的没有时限，不在其中，办结后又重新打开的按一直没有办结算。',
    on: 'dueAt',
    fullDays: true,
    form: { stock: true, until: 'closedAt' },
    grain: ['all', 'unit', 'street', 'cell', 'matter'],
    cross: ['unit.matter', 'street.matter'],
    clock: 'whole',
    better: 'low',
  }),
  defineMeasure({
    ...ticket,
    ...number,
    id: 'hotline.called',
    name: '回访量',
    meaning: '当期做过回访的工单，按最近一次回访统计，不论是否接通。',
    on: 'calledBackAt',
    form: { count: true },
    grain: ['all', 'unit', 'street', 'matter', 'channel'],
    better: 'neither',
  }),
  defineMeasure({
    ...ticket,
    ...number,
    id: 'hotline.exempted',
    name: '申诉免计量',
    meaning: '当期到期、经申诉同意不计入按时办结率的工单；超时的事实照样保留。',
    on: 'dueAt',
    form: { count: exempted },
    grain: ['all', 'unit', 'street', 'matter'],
    clock: 'whole',
    better: 'neither',
  }),
] as const;

/** Whether it was done by when it had to be. */
const timeliness = [
  defineMeasure({
    ...ticket,
    ...rate,
    id: 'hotline.onTimeFirst',
    name: '按时办结率（首次承诺）',
    meaning:
      '首次承诺的时限在当期到期的工单中，在该时限前办结的比例；没有办结的、超期的都在分母里，申诉免计的剔除并另列。',
    on: 'firstDueAt',
    fullDays: true,
    form: { ratio: { of: inTime('closedAt', 'firstDueAt'), among: true, except: exempted } },
    grain: ['all', 'unit', 'street', 'cell', 'matter', 'channel'],
    clock: 'whole',
    better: 'high',
  }),
  defineMeasure({
    ...ticket,
    ...rate,
    id: 'hotline.onTimeApproved',
    name: '按时办结率（批准时限）',
    meaning:
      '经批准延期、挂起后的时限在当期到期的工单中，在该时限前办结的比例；没有办结的、超期的都在分母里，申诉免计的剔除并另列。',
    on: 'dueAt',
    fullDays: true,
    form: { ratio: { of: inTime('closedAt', 'dueAt'), among: true, except: exempted } },
    grain: ['all', 'unit', 'street', 'cell', 'matter', 'channel'],
    cross: CROSSED,
    clock: 'whole',
    better: 'high',
  }),
  defineMeasure({
    ...ticket,
    ...rate,
    id: 'hotline.withinWeek',
    name: '七日办结率',
    meaning:
      '批准时限在当期到期的工单中，登记后七日（7×24 小时）内办结的比例，不论时限长短；没有办结的、更晚办结的都在分母里，申诉免计的剔除并另列。',
    on: 'dueAt',
    fullDays: true,
    form: { ratio: { of: lte(property('wholeSeconds'), WEEK_SECONDS), among: true, except: exempted } },
    grain: ['all', 'unit'],
    clock: 'whole',
    calendar: 'natural',
    better: 'high',
  }),
  defineMeasure({
    ...stint,
    ...rate,
    id: 'hotline.signing',
    name: '按时签收率',
    meaning: '签收时限在当期到期的派单中，承办单位在时限内签收的比例；没有签收就退单或改派的剔除并另列。',
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
    id: 'hotline.response',
    name: '响应率',
    meaning: '联系来电人的时限在当期到期的派单中，承办单位在时限内联系上来电人的比例；退单或改派的剔除并另列。',
    on: 'contactDueAt',
    fullDays: true,
    form: {
      ratio: {
        of: inTime('contactedAt', 'contactDueAt'),
        among: true,
        except: and(sentOn, isNull(property('contactedAt'))),
      },
    },
    clock: 'contact',
    calendar: 'natural',
    better: 'high',
  }),
  defineMeasure({
    ...stint,
    ...rate,
    id: 'hotline.feedback',
    name: '按时反馈率',
    meaning:
      '处置时限在当期到期的派单中，承办单位在时限内处置完成并反馈的比例；退单或改派的剔除并另列，返工的以最后一次反馈为准。',
    on: 'handleDueAt',
    fullDays: true,
    form: { ratio: { of: inTime('handledAt', 'handleDueAt'), among: true, except: sentOn } },
    clock: 'handle',
    better: 'high',
  }),
  defineMeasure({
    ...ticket,
    ...rate,
    id: 'hotline.callBack',
    name: '按时回访率',
    meaning: '回访时限在当期到期的工单中，在时限内回访的比例，不论是否接通。',
    on: 'callBackDueAt',
    fullDays: true,
    form: { ratio: { of: inTime('callBackDoneAt', 'callBackDueAt'), among: true } },
    grain: ['all', 'street'],
    clock: 'callback',
    better: 'high',
  }),
  defineMeasure({
    ...ticket,
    id: 'hotline.handlingTime',
    name: '平均处置用时',
    meaning: '当期办结的工单从首次派单到最后一次处置完成的平均时间，按自然时间计算，包括退单、挂起和返工。',
    on: 'closedAt',
    form: { mean: 'handlingSeconds', among: true, unit: { label: '小时', is: 3600 } },
    grain: ['all', 'unit', 'street', 'matter'],
    calendar: 'natural',
    decimals: 1,
    minimum: 20,
    better: 'low',
  }),
] as const;

/** What those who called say of it. */
const outcomes = [
  defineMeasure({
    ...ticket,
    ...rate,
    id: 'hotline.solved',
    name: '解决率',
    meaning: '当期回访并明确回答的来电人中，回答“已解决”的比例；未接通的不在分母里，认定为不合理诉求的剔除并另列。',
    on: 'calledBackAt',
    form: {
      ratio: {
        of: eq(property('solved'), 'yes'),
        among: isIn(property('solved'), ['yes', 'no']),
        except: unreasonable,
      },
    },
    grain: ['all', 'unit', 'street', 'matter', 'channel'],
    better: 'high',
  }),
  defineMeasure({
    ...ticket,
    ...rate,
    id: 'hotline.satisfied',
    name: '满意率',
    meaning:
      '当期回访并作出评价的来电人中，“满意”和“基本满意”的比例；未评价的不在分母里，认定为不合理诉求的剔除并另列。',
    on: 'calledBackAt',
    form: {
      ratio: {
        of: isIn(property('satisfied'), ['satisfied', 'fair']),
        among: isIn(property('satisfied'), ['satisfied', 'fair', 'dissatisfied']),
        except: unreasonable,
      },
    },
    grain: ['all', 'unit', 'street', 'matter', 'channel'],
    better: 'high',
  }),
] as const;

/** How well it went on the way. */
const flow = [
  defineMeasure({
    ...stint,
    ...rate,
    id: 'hotline.sendBack',
    name: '退单率',
    meaning: '当期派到单位的派单中，被该单位退回的比例；同一工单派几次算几次。',
    on: 'from',
    form: { ratio: { of: eq(property('outcome'), 'sentBack'), among: isIn(property('by'), DISPATCHES) } },
    better: 'low',
  }),
  defineMeasure({
    ...ticket,
    ...rate,
    id: 'hotline.firstDispatch',
    name: '首派准确率',
    meaning: '当期首次派单的工单中，只派过一次、没有被退回的比例。',
    on: 'firstDispatchedAt',
    form: { ratio: { of: wentStraight, among: true } },
    grain: ['all', 'street', 'matter', 'channel'],
    better: 'high',
  }),
  defineMeasure({
    ...ticket,
    ...rate,
    id: 'hotline.misdispatch',
    name: '错派率',
    meaning: '当期首次派单的工单中，被退回或改派过的比例，与首派准确率之和为 100%。',
    on: 'firstDispatchedAt',
    form: { ratio: { of: not(wentStraight), among: true } },
    grain: ['all', 'street', 'matter', 'channel'],
    better: 'low',
  }),
  defineMeasure({
    ...ticket,
    ...rate,
    id: 'hotline.rework',
    name: '返工率',
    meaning: '当期办结、由单位处置的工单中，核查没有通过或被退回重办过的比例。',
    on: 'closedAt',
    form: { ratio: { of: gt(property('reworks'), 0), among: known('firstDispatchedAt') } },
    grain: ['all', 'unit', 'street', 'matter'],
    better: 'low',
  }),
  defineMeasure({
    ...ticket,
    ...rate,
    id: 'hotline.verification',
    name: '一次核查通过率',
    meaning: '当期首次核查的工单中，从来没有核查不通过的比例。',
    on: 'firstVerifiedAt',
    form: { ratio: { of: eq(property('failedVerifications'), 0), among: true } },
    grain: ['all', 'unit', 'street', 'matter'],
    better: 'high',
  }),
  defineMeasure({
    ...ticket,
    ...rate,
    id: 'hotline.extension',
    name: '延期率',
    meaning: '当期办结、由单位处置的工单中，批准过延期的比例；驳回的申请不算。',
    on: 'closedAt',
    form: { ratio: { of: gt(property('extensions'), 0), among: known('firstDispatchedAt') } },
    grain: ['all', 'unit', 'street', 'matter'],
    better: 'low',
  }),
  defineMeasure({
    ...ticket,
    ...rate,
    id: 'hotline.reopened',
    name: '重新打开率',
    meaning: '当期登记、曾经办结的工单中，办结后又重新打开过的比例，回访未解决而重办的也算。',
    on: 'openedAt',
    form: {
      ratio: {
        of: gt(property('reopenings'), 0),
        among: or(known('closedAt'), gt(property('reopenings'), 0)),
      },
    },
    grain: ['all', 'unit', 'street', 'matter'],
    better: 'low',
  }),
  defineMeasure({
    ...ticket,
    ...rate,
    id: 'hotline.duplicate',
    name: '重复诉求率',
    meaning: '当期登记的工单中，经工作人员标记为重复诉求、没有再分开的比例。',
    on: 'openedAt',
    form: { ratio: { of: gt(property('duplicates'), property('separations')), among: true } },
    grain: ['all', 'street', 'matter', 'channel'],
    better: 'low',
  }),
] as const;

/** Everything that is judged of the hotline: volumes, timeliness, outcome, flow. Internal, and for reference until verified. */
export const measures: readonly Measure[] = [...volumes, ...timeliness, ...outcomes, ...flow];
