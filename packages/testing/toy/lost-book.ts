import { defineRoles, holderOf, inHandlingUnit, outsideHandlingUnit, type Role, theSystem } from '@huying/kit/access';
import { defineCase } from '@huying/kit/case';
import { eq, gt, lte, property } from '@huying/kit/condition';
import { choice, date, number, options, phone, place, text, unit, worker, yesNo } from '@huying/kit/field';

/** The people of a library with branches. */
export const roles: Readonly<Record<'desk' | 'branch' | 'searcher' | 'checker' | 'head', Role>> = defineRoles({
  desk: { name: '服务台', reach: { queue: 'all', area: 'any' }, escalatesTo: 'head' },
  branch: { name: '分馆管理员', reach: { queue: 'unit', area: 'any' }, escalatesTo: 'head' },
  searcher: { name: '寻书员', reach: { queue: 'unit', area: 'any' }, escalatesTo: 'branch' },
  checker: { name: '核对员', reach: { queue: 'all', area: 'post' }, escalatesTo: 'head' },
  head: { name: '馆长', reach: { queue: 'all', area: 'any' } },
});

const answer = text('答复读者', { max: 500 });

/**
 * The smallest case type with everything the engine knows: a reader misses a book, a branch looks for it, somebody else
 * checks. A branch may ask for more time and may wait for a supplier; the reader is told in the end.
 */
export const lostBook = defineCase({
  id: 'lost-book',
  name: '寻书',
  numberPrefix: 'LB',
  fields: {
    title: text('书名', { max: 80 }).required(),
    subject: choice('类别', options({ novel: '小说', atlas: '地图' })).required(),
    shelf: place('书架'),
    phone: phone('读者电话'),
    answer,
  },
  roles: { title: 'title', place: 'shelf', matter: 'subject', callerPhone: 'phone' },
  intake: ['title', 'subject', 'shelf', 'phone'],
  openedBy: [holderOf(roles.desk)],
  states: { asked: '待分派', searching: '寻找中', awaited: '待到货', found: '待核对', closed: '已答复' },
  ends: ['closed'],
  opens: 'asked',
  holds: ['awaited'],
  closedFrom: [],
  results: { returned: '已找到', replaced: '已补购', unknown: '查无此书' },
  closingDemands: ['answer'],
  owner: {
    asked: holderOf(roles.desk),
    searching: inHandlingUnit(roles.branch),
    awaited: inHandlingUnit(roles.branch),
    found: outsideHandlingUnit(roles.checker),
  },
  requests: {
    moreTime: { label: '延长寻找', owner: holderOf(roles.desk) },
    supply: { label: '等待到货', owner: holderOf(roles.head) },
  },
  clocks: {
    whole: {
      label: '全程',
      limit: { from: 'table', name: 'library.wholeLimits', by: 'subject' },
      runs: ['asked', 'searching', 'found'],
      pauses: ['awaited'],
      promised: true,
      rungs: [{ name: 'late', at: 1, do: 'escalate', to: [holderOf(roles.head)] }],
    },
    search: {
      label: '寻找',
      limit: { from: 'parameter', name: 'library.searchLimit' },
      runs: ['searching'],
      pauses: ['asked', 'awaited', 'found'],
      perUnit: true,
      rungs: [{ name: 'late', at: 1, do: 'urge', to: [inHandlingUnit(roles.branch)] }],
    },
    wait: {
      label: '等待',
      limit: { from: 'given', field: 'heldUntil' },
      runs: ['awaited'],
      rungs: [
        { name: 'ended', at: 1, do: 'act', action: 'resume' },
        { name: 'late', at: 1, plus: '1工作日', do: 'escalate', to: [holderOf(roles.head)] },
      ],
    },
    decision: {
      label: '审批',
      limit: { from: 'parameter', name: 'library.decideLimit' },
      whilePending: 'moreTime',
      rungs: [{ name: 'late', at: 1, do: 'escalate', to: [holderOf(roles.head)] }],
    },
    supplyDecision: {
      label: '到货审批',
      limit: { from: 'parameter', name: 'library.decideLimit' },
      whilePending: 'supply',
      rungs: [{ name: 'late', at: 1, do: 'escalate', to: [holderOf(roles.head), holderOf(roles.desk)] }],
    },
  },
  actions: {
    dispatch: {
      label: '分派',
      in: ['asked'],
      to: 'searching',
      by: [holderOf(roles.desk)],
      ask: { unit: unit('分馆').required() },
      effects: [{ do: 'dispatch' }],
      public: '正在寻找',
    },
    answer: {
      label: '当场答复',
      in: ['asked'],
      to: 'closed',
      by: [holderOf(roles.desk)],
      ask: { answer: answer.required() },
      effects: [{ do: 'result', is: 'unknown' }],
    },
    assign: {
      label: '指派',
      in: ['searching'],
      by: [inHandlingUnit(roles.branch)],
      ask: { handler: worker('寻书员').required() },
      effects: [{ do: 'assign' }],
    },
    sendBack: {
      label: '退回',
      in: ['searching'],
      to: 'asked',
      by: [inHandlingUnit(roles.branch)],
      ask: { reason: text('理由', { max: 200 }).required() },
      atMost: 'library.sendBackAtMost',
      effects: [{ do: 'release', voids: ['moreTime', 'supply'] }],
    },
    askTime: {
      label: '申请延长',
      in: ['searching'],
      by: [inHandlingUnit(roles.branch)],
      ask: { days: number('工作日', { min: 1, max: 9, integer: true }).required() },
      guards: [
        { name: 'pending', barredWhen: eq(property('pending.moreTime'), true), because: '已在审批' },
        { name: 'late', barredWhen: eq(property('clock.search.late'), true), because: '已超时' },
      ],
      effects: [{ do: 'open', request: 'moreTime' }],
    },
    grantTime: {
      label: '同意延长',
      in: ['searching'],
      by: [holderOf(roles.desk)],
      guards: [{ name: 'none', barredWhen: eq(property('pending.moreTime'), false), because: '没有申请' }],
      effects: [
        { do: 'extend', request: 'moreTime', clocks: ['search', 'whole'] },
        { do: 'settle', request: 'moreTime' },
      ],
    },
    askSupply: {
      label: '申请等待到货',
      in: ['searching'],
      by: [inHandlingUnit(roles.branch)],
      ask: { until: date('等待至').required() },
      guards: [
        { name: 'pending', barredWhen: eq(property('pending.supply'), true), because: '已在审批' },
        { name: 'past', barredWhen: lte(property('days.until'), 0), because: '须在今天之后' },
        {
          name: 'tooLong',
          barredWhen: gt(property('days.until'), property('parameter.library.waitDaysAtMost')),
          because: '等待太久',
        },
      ],
      effects: [{ do: 'open', request: 'supply' }],
    },
    grantSupply: {
      label: '同意等待',
      in: ['searching'],
      to: 'awaited',
      by: [holderOf(roles.head)],
      guards: [
        { name: 'none', barredWhen: eq(property('pending.supply'), false), because: '没有申请' },
        { name: 'timePending', barredWhen: eq(property('pending.moreTime'), true), because: '延长尚未审批' },
      ],
      effects: [
        { do: 'hold', request: 'supply' },
        { do: 'settle', request: 'supply' },
      ],
    },
    refuseSupply: {
      label: '不同意等待',
      in: ['searching'],
      by: [holderOf(roles.head)],
      guards: [{ name: 'none', barredWhen: eq(property('pending.supply'), false), because: '没有申请' }],
      effects: [{ do: 'settle', request: 'supply' }],
    },
    resume: { label: '恢复寻找', in: ['awaited'], to: 'searching', by: [theSystem, inHandlingUnit(roles.branch)] },
    found: {
      label: '报告找到',
      in: ['searching'],
      to: 'found',
      by: [inHandlingUnit(roles.branch)],
      guards: [
        { name: 'timePending', barredWhen: eq(property('pending.moreTime'), true), because: '延长尚未审批' },
        { name: 'supplyPending', barredWhen: eq(property('pending.supply'), true), because: '到货尚未审批' },
      ],
    },
    check: {
      label: '核对',
      in: ['found'],
      to: [{ when: eq(property('asked.right'), true), to: 'closed' }, { to: 'searching' }],
      by: [outsideHandlingUnit(roles.checker)],
      ask: {
        right: yesNo('是这本书').required(),
        result: choice('结果', options({ returned: '已找到', replaced: '已补购' })).required(),
        answer: answer.required(),
      },
      effects: [
        { do: 'resultAsked', when: eq(property('asked.right'), true) },
        { do: 'rework', when: eq(property('asked.right'), false) },
      ],
      verifies: true,
    },
    note: {
      label: '备注',
      in: 'open',
      by: [holderOf(roles.desk)],
      ask: { note: text('备注', { max: 200 }).required() },
    },
    reopen: {
      label: '再找',
      in: ['closed'],
      to: 'asked',
      by: [holderOf(roles.desk)],
      ask: { cause: text('原因', { max: 200 }).required() },
    },
  },
});
