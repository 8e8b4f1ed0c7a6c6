import { and, type Condition, eq, gt, isIn, isNull, lte, not, or, property } from '@huying/kit/condition';
import { defineMeasure, type Measure } from '@huying/kit/measure';
import type { ResultClass } from './code-books.ts';

const known = (name: string): Condition => not(isNull(property(name)));
const inTime = (done: string, due: string): Condition => lte(property(done), property(due));
const replied = known('repliedAt');

const SOURCE = '建议提案流水';
const one = {
  fact: 'proposal',
  source: SOURCE,
  calendar: 'working',
  grain: ['all', 'unit', 'matter', 'channel'],
} as const;
const stint = { fact: 'proposal.stint', source: SOURCE, calendar: 'working', grain: ['all', 'unit'] } as const;
/** Rates are rounded to a tenth of a per cent; a unit answers few proposals, and is ranked from ten on. */
const rate = { decimals: 1, minimum: 10 } as const;
const number = { decimals: 0, minimum: 0, better: 'neither' } as const;

const volumes = [
  defineMeasure({
    ...one,
    ...number,
    id: 'proposals.assigned',
    name: '交办数',
    meaning: '当期首次交办的建议提案，按交办时间统计，按目前的主办单位分列。',
    on: 'assignedAt',
    form: { count: true },
  }),
  defineMeasure({
    ...one,
    ...number,
    id: 'proposals.replied',
    name: '答复数',
    meaning: '当期首次答复的建议提案。',
    on: 'repliedAt',
    form: { count: true },
  }),
  defineMeasure({
    ...one,
    ...number,
    id: 'proposals.openLate',
    name: '逾期未答复数',
    meaning: '期末批准的答复时限已过、还没有答复的建议提案，不论何时到期，按目前批准的时限。',
    on: 'dueAt',
    fullDays: true,
    form: { stock: true, until: 'repliedAt' },
    clock: 'reply',
    better: 'low',
  }),
  defineMeasure({
    ...one,
    ...number,
    id: 'proposals.tracking',
    name: '跟踪办理数（至今）',
    meaning: '截至期末答复为 B 类或 C 类、至今仍在跟踪办理的建议提案，不论何时答复；以前某日有多少没有留存。',
    on: 'repliedAt',
    form: { stock: eq(property('state'), 'tracking') },
  }),
  defineMeasure({
    ...one,
    ...number,
    id: 'proposals.forms',
    name: '意见表收回数',
    meaning: '当期收回意见表的建议提案；满意率的分母只是收回的，与答复数一并列出。',
    on: 'formAt',
    form: { count: true },
  }),
] as const;

const timeliness = [
  defineMeasure({
    ...one,
    ...rate,
    id: 'proposals.met',
    name: '见面率',
    meaning: '当期首次交办的建议提案中，答复之前与领衔人见过面的比例；电话是否算见面按区的规定，书面不算。',
    on: 'assignedAt',
    form: {
      ratio: {
        of: and(known('metAt'), or(isNull(property('repliedAt')), lte(property('metAt'), property('repliedAt')))),
        among: true,
      },
    },
    better: 'high',
  }),
  defineMeasure({
    ...one,
    ...rate,
    id: 'proposals.replyRate',
    name: '答复率',
    meaning: '批准的答复时限在当期到期的建议提案中，至今已经答复的比例，不论是否按时。',
    on: 'dueAt',
    fullDays: true,
    form: { ratio: { of: replied, among: true } },
    clock: 'reply',
    better: 'high',
  }),
  defineMeasure({
    ...one,
    ...rate,
    id: 'proposals.onTimeFirst',
    name: '按时答复率（首次时限）',
    meaning: '首次时限在当期到期的建议提案中，在该时限前答复的比例；没有答复的、逾期的都在分母里。',
    on: 'firstDueAt',
    fullDays: true,
    form: { ratio: { of: inTime('repliedAt', 'firstDueAt'), among: true } },
    clock: 'reply',
    better: 'high',
  }),
  defineMeasure({
    ...one,
    ...rate,
    id: 'proposals.onTimeApproved',
    name: '按时答复率（批准时限）',
    meaning: '经批准延期后的时限在当期到期的建议提案中，在该时限前答复的比例；没有答复的、逾期的都在分母里。',
    on: 'dueAt',
    fullDays: true,
    form: { ratio: { of: inTime('repliedAt', 'dueAt'), among: true } },
    clock: 'reply',
    better: 'high',
  }),
  defineMeasure({
    ...stint,
    ...rate,
    id: 'proposals.signing',
    name: '建议提案按时签收率',
    meaning: '签收时限在当期到期的交办中，主办单位在时限内签收的比例；没有签收就退回的剔除并另列。',
    on: 'signDueAt',
    fullDays: true,
    form: {
      ratio: {
        of: inTime('signedAt', 'signDueAt'),
        among: true,
        except: and(isIn(property('outcome'), ['sentBack', 'moved']), isNull(property('signedAt'))),
      },
    },
    clock: 'sign',
    better: 'high',
  }),
] as const;

/** Of the forms that came back, those with one of these answers to the question. */
const satisfaction = (id: string, name: string, meaning: string, asked: string, answers: readonly string[]) =>
  defineMeasure({
    ...one,
    ...rate,
    id,
    name,
    meaning,
    on: 'formAt',
    form: { ratio: { of: isIn(property(asked), answers), among: known(asked) } },
    better: 'high',
  });

const opinions = [
  satisfaction(
    'proposals.attitudeStrict',
    '对办理态度满意率',
    '当期收回的意见表中，对办理态度“满意”的比例，不含“基本满意”；没有收回的不在分母里。',
    'attitude',
    ['satisfied'],
  ),
  satisfaction(
    'proposals.attitudeWide',
    '对办理态度满意率（含基本满意）',
    '当期收回的意见表中，对办理态度“满意”和“基本满意”的比例；没有收回的不在分母里。',
    'attitude',
    ['satisfied', 'basically'],
  ),
  satisfaction(
    'proposals.outcomeStrict',
    '对办理结果满意率',
    '当期收回的意见表中，对办理结果“满意”的比例，不含“基本满意”；没有收回的不在分母里。',
    'outcome',
    ['satisfied'],
  ),
  satisfaction(
    'proposals.outcomeWide',
    '对办理结果满意率（含基本满意）',
    '当期收回的意见表中，对办理结果“满意”和“基本满意”的比例；没有收回的不在分母里。',
    'outcome',
    ['satisfied', 'basically'],
  ),
] as const;

/** Of all that were replied to in the period, those whose result is now of the class. */
const share = (id: string, name: string, meaning: string, result: ResultClass, better: 'high' | 'neither') =>
  defineMeasure({
    ...one,
    ...rate,
    id,
    name,
    meaning,
    on: 'repliedAt',
    form: { ratio: { of: eq(property('result'), result), among: replied } },
    better,
  });

const outcomes = [
  share(
    'proposals.solved',
    '解决率',
    '当期首次答复的建议提案中，目前为 A 类（已经解决或采纳）的比例；二次办理期间按上次答复的分类。',
    'a',
    'high',
  ),
  share(
    'proposals.classB',
    'B 类占比',
    '当期首次答复的建议提案中，目前为 B 类的比例，含义按区的分类口径。',
    'b',
    'neither',
  ),
  share(
    'proposals.classC',
    'C 类占比',
    '当期首次答复的建议提案中，目前为 C 类的比例，含义按区的分类口径。',
    'c',
    'neither',
  ),
  share('proposals.classD', 'D 类占比', '当期首次答复的建议提案中，目前为 D 类（留作参考）的比例。', 'd', 'neither'),
  defineMeasure({
    ...one,
    ...rate,
    id: 'proposals.converted',
    name: '转化率',
    meaning: '当期首次答复、曾经答复为 B 类或 C 类的建议提案中，至今已转为 A 类的比例。',
    on: 'repliedAt',
    form: {
      ratio: {
        of: eq(property('result'), 'a'),
        among: or(gt(property('bReplies'), 0), gt(property('cReplies'), 0)),
      },
    },
    better: 'high',
  }),
  defineMeasure({
    ...one,
    ...rate,
    id: 'proposals.again',
    name: '二次办理率',
    meaning: '当期首次答复的建议提案中，因不满意或其他原因重新办理过的比例。',
    on: 'repliedAt',
    form: { ratio: { of: gt(property('again'), 0), among: true } },
    better: 'low',
  }),
  defineMeasure({
    ...one,
    ...rate,
    id: 'proposals.extended',
    name: '延期答复率',
    meaning: '当期首次交办的建议提案中，批准过延期答复的比例。',
    on: 'assignedAt',
    form: { ratio: { of: gt(property('extensions'), 0), among: true } },
    better: 'low',
  }),
] as const;

/** Everything that is counted of proposals; each rate with its numerator and denominator, and the forms returned beside satisfaction. */
export const measures: readonly Measure[] = [...volumes, ...timeliness, ...opinions, ...outcomes];
