import { and, eq, gt, isNull, lte, or } from '@huying/kit/condition';
import { choice, date, files, number, options, text } from '@huying/kit/field';
import { entering, handlingSide, office, unitDesk } from './parties.ts';
import { question } from './proposal-fields.ts';
import { asked, fact, type ProposalActions } from './proposal-names.ts';

/** Whether what was held counts as having met the proposer: face to face always, by telephone as the district has decided, by letter never. */
const counts = or(
  eq(asked('contactKind'), 'meeting'),
  and(eq(asked('contactKind'), 'telephone'), eq(fact('parameter.proposals.telephoneCounts'), 'yes')),
);

const reply = {
  result: choice('办理结果', options({ a: 'A 类', b: 'B 类', c: 'C 类', d: 'D 类' })).required(),
  answer: text('答复内容', { max: 8000, lines: 8 }).required(),
  answerNumber: text('答复文号', { max: 40 }).required(),
  answerFiles: files('答复文件', { max: 5 }),
  signedBy: text('签发人', { max: 40 }).required(),
  expectedOn: date('预计办成日期'),
};

const partsOpen = {
  name: 'partsOpen',
  barredWhen: gt(fact('parts.open'), 0),
  because: '还有会办单位没有提出会办意见',
};

const noExtension = { name: 'none', barredWhen: eq(fact('pending.extension'), false), because: '没有待审批的延期申请' };

/** Contact before the reply, the reply, and more time for it. */
export const answering = {
  contact: {
    label: '与领衔人沟通',
    in: ['contacting', 'replying', 'again', 'tracking'],
    to: [
      { when: and(eq(fact('state'), 'contacting'), counts), to: 'replying' },
      { when: eq(fact('state'), 'contacting'), to: 'contacting' },
      { when: eq(fact('state'), 'replying'), to: 'replying' },
      { when: eq(fact('state'), 'again'), to: 'again' },
      { to: 'tracking' },
    ],
    by: handlingSide,
    ask: {
      contactKind: choice('沟通方式', options({ meeting: '面谈', telephone: '电话', letter: '书面' })).required(),
      contactNote: text('沟通情况', { max: 2000, lines: 3 }).required(),
    },
    public: '承办单位已与领衔人沟通',
    primary: true,
  },
  goAhead: {
    label: '未能见面，直接答复',
    in: ['contacting'],
    to: 'replying',
    by: unitDesk,
    ask: { reason: text('未能见面的原因', { max: 500, lines: 3 }).required() },
    tells: office,
  },
  reply: {
    label: '答复',
    in: ['replying', 'again', 'tracking'],
    to: 'replied',
    by: unitDesk,
    ask: reply,
    guards: [partsOpen],
    effects: [{ do: 'resultAsked' }, { do: 'release', voids: ['extension'] }],
    tells: office,
    informs: 'proposalReplied',
    public: '已答复',
    publicAsks: ['result', 'answer'],
    primary: true,
  },
  askExtension: {
    label: '申请延期答复',
    in: ['contacting', 'replying'],
    by: handlingSide,
    ask: {
      days: number('延长工作日', { min: 1, max: 130, integer: true, unit: '工作日' }).required(),
      reason: question.reason,
    },
    guards: [
      { name: 'late', barredWhen: eq(fact('clock.reply.late'), true), because: '已经超过时限，延期须在到期前申请' },
      { name: 'pending', barredWhen: eq(fact('pending.extension'), true), because: '已有一件延期申请在审批' },
      { name: 'once', barredWhen: gt(fact('count.grantExtension'), 0), because: '已经延期一次' },
      {
        name: 'tooLong',
        barredWhen: gt(asked('days'), fact('parameter.proposals.extendDaysAtMost')),
        because: '延期超过规定的最长时间',
      },
    ],
    effects: [{ do: 'open', request: 'extension' }],
    tells: office,
  },
  grantExtension: {
    label: '同意延期答复',
    in: ['contacting', 'replying'],
    by: office,
    ask: { told: text('向领衔人说明的理由', { max: 500, lines: 3 }).required() },
    guards: [noExtension],
    effects: [
      { do: 'extend', request: 'extension', clocks: ['reply'] },
      { do: 'settle', request: 'extension' },
    ],
    tells: handlingSide,
    informs: 'proposalExtended',
    public: '经批准延期答复',
    publicAsks: ['told'],
  },
  refuseExtension: {
    label: '不同意延期答复',
    in: ['contacting', 'replying'],
    by: office,
    ask: { note: question.note.required() },
    guards: [noExtension],
    effects: [{ do: 'settle', request: 'extension' }],
    tells: handlingSide,
  },
} satisfies ProposalActions;

const dissatisfied = or(eq(asked('attitude'), 'not'), eq(asked('outcome'), 'not'));
/** Handled again while the district allows it; what stays unsatisfying after that is counted as such and closed or tracked. */
const handledAgain = and(dissatisfied, lte(fact('round'), fact('parameter.proposals.againAtMost')));
const inProgress = or(eq(fact('result'), 'b'), eq(fact('result'), 'c'));

/** What the proposer thinks of it, and what follows: done, handled again, or tracked until it is. */
export const opinions = {
  opinion: {
    label: '登记意见表',
    in: ['replied'],
    to: [{ when: handledAgain, to: 'again' }, { when: inProgress, to: 'tracking' }, { to: 'concluded' }],
    by: entering,
    ask: {
      attitude: question.attitude.required(),
      outcome: question.outcome.required(),
      note: text('意见原文', { max: 2000, lines: 3 }),
    },
    guards: [partsOpen],
    effects: [{ do: 'rework', when: handledAgain }],
    tells: unitDesk,
    public: '已收到对办理情况的意见',
    primary: true,
  },
  noForm: {
    label: '意见表未收回',
    in: ['replied'],
    to: [{ when: inProgress, to: 'tracking' }, { to: 'concluded' }],
    by: entering,
    ask: { note: text('催收情况', { max: 500, lines: 2 }).required() },
    guards: [partsOpen],
    tells: unitDesk,
  },
  followUp: {
    label: '登记跟踪进展',
    in: ['tracking'],
    by: handlingSide,
    ask: { followUp: text('跟踪情况', { max: 2000, lines: 3 }).required(), expectedOn: date('预计办成日期') },
    tells: office,
    public: '承办单位报告进展',
    publicAsks: ['followUp'],
  },
  reopen: {
    label: '重新办理',
    in: ['concluded'],
    to: 'again',
    by: office,
    ask: { cause: text('重新办理的原因', { max: 500, lines: 3 }).required() },
    guards: [{ name: 'nobody', barredWhen: isNull(fact('unit')), because: '没有主办单位' }],
    tells: unitDesk,
    public: '重新办理',
  },
} satisfies ProposalActions;
