import {
  type Cell,
  column,
  documentOf,
  figure,
  heading,
  note,
  paragraph,
  type Row,
  tableOf,
  text,
} from '@huying/kit/document';
import { amountRate, type Claim } from '@huying/kit/promise';
import type { IndicatorFacts, PromiseFacts } from './facts.ts';
import {
  bandRow,
  dateWords,
  extraParagraphs,
  live,
  type Paper,
  type PaperInput,
  percent,
  percentCell,
  plainRow,
  pointsCell,
  promiseGround,
  ROUNDING,
  ROUNDING_NOTE,
  totalRow,
  underOf,
  valueGround,
} from './paper.ts';
import { lightWord } from './status-words.ts';

const columns = [
  column('no', '序号', 4.6, 'center'),
  column('title', '项目名称', 18),
  column('lead', '责任单位', 9, 'center'),
  column('leader', '挂点领导', 6, 'center'),
  column('total', '总投资', 8, 'right', '投资（万元）'),
  column('plan', '年度计划', 8, 'right', '投资（万元）'),
  column('done', '累计完成', 8, 'right', '投资（万元）'),
  column('p', '完成率', 6, 'right'),
  column('e', '应达', 6, 'right'),
  column('delta', '差（点）', 6, 'right'),
  column('paid', '支付（万元）', 8, 'right'),
  column('blocker', '存在问题', 13),
  column('next', '下步与时限', 12),
  column('light', '灯', 4, 'center'),
];

const CLASSES: Readonly<Record<string, string>> = {
  breakthrough: '攻城拔寨项目',
  key: '重点项目',
  industry: '产业项目',
  road: '道路交通项目',
  renewal: '城市更新项目',
  government: '政府投资项目',
};

/** 重点项目进度表: by class, money by stage and never added across stages. */
export function projectPaper(input: PaperInput): Paper {
  const { facts, offices } = input;
  const all = facts.promises.filter(({ kind }) => kind === 'project');
  const own = live(all);
  const groups = [...Map.groupBy(own, ({ data }) => (typeof data.class === 'string' ? data.class : ''))];
  let no = 0;
  const rows = groups.flatMap(([id, list]): Row[] => [
    bandRow(`band-${id}`, `${CLASSES[id] ?? '其他项目'}（${list.length}项）`),
    ...list.map((one) => {
      no += 1;
      return rowOf(one, no, input);
    }),
    sumRow(`sum-${id}`, '小计', list),
  ]);
  const whole = moneyOf(own);
  const added = own.filter(({ data }) => typeof data.addedOn === 'string');
  const before = moneyOf(own.filter(({ data }) => typeof data.addedOn !== 'string'));
  return {
    document: documentOf(`${facts.year}年重点项目进度表`, {
      under: underOf(facts),
      body: [
        paragraph(
          `全区重点项目${own.length}项，年度计划投资${amount(whole.planned)}万元，累计完成${amount(whole.done)}万元，投资完成率${percent(whole.value)}（覆盖${percent(whole.coverage)}）。`,
          added.length === 0 ? '' : `其中年中新增${added.length}项；不含新增项目，投资完成率${percent(before.value)}。`,
        ),
        heading(1, '分项进度'),
        tableOf('projects', columns, [...rows, sumRow('sum', '合计', own)], {
          wide: true,
          notes: ['完成投资与支付是不同阶段的资金，不相加。合计只含有数据的项目，覆盖率见正文。', ROUNDING_NOTE],
        }),
        ...extraParagraphs(input.words),
        note('项目按类别列示，类别内按编号排列。'),
      ],
      signature: { unit: offices.office, day: facts.asOf },
      draft: true,
    }),
    claims: claimsOf(own, groups, whole),
  };
}

const amount = (value: number): string => figure(value, 0).words;
const staged = ({ indicators }: PromiseFacts, stage: string): IndicatorFacts | undefined =>
  indicators.find((one) => one.stage === stage);

/** Plan and investment of projects: what has no value yet is left out of both and told in the coverage. */
function moneyOf(projects: readonly PromiseFacts[]) {
  return amountRate(
    projects.map((one) => ({ id: one.id, planned: planOf(one), done: staged(one, 'invested')?.value ?? null })),
  );
}

function planOf(promise: PromiseFacts): number | null {
  return staged(promise, 'invested')?.targetValue ?? staged(promise, 'plan')?.value ?? null;
}

function rowOf(promise: PromiseFacts, no: number, { words }: PaperInput): Row {
  const from = promiseGround(promise);
  const invested = staged(promise, 'invested');
  const paid = staged(promise, 'paid');
  const grounds = valueGround(promise, invested);
  const total = typeof promise.data.totalInvestment === 'number' ? promise.data.totalInvestment : null;
  const own = words.reasons[promise.id];
  const { blocker, next } = promise;
  return plainRow(
    promise.id,
    text(String(no), from),
    text(promise.title, from),
    text(promise.lead?.name ?? '—', from),
    text(promise.leader ?? '—', from),
    figure(total, 0, from),
    figure(planOf(promise), 0, from),
    figure(invested?.value ?? null, 0, ...grounds),
    percentCell(invested?.p ?? promise.p, ...grounds),
    percentCell(invested?.e ?? promise.e, from),
    pointsCell(invested?.delta ?? promise.delta, ...grounds),
    figure(paid?.value ?? null, 0, ...valueGround(promise, paid)),
    text(own?.reason ?? blocker?.words ?? '', from),
    text(
      own?.next ??
        (blocker !== null
          ? `${dateWords(blocker.due)}前解决`
          : next === null
            ? ''
            : `${next.words}（${dateWords(next.due)}）`),
      from,
    ),
    text(lightWord(promise), from),
  );
}

function sumRow(id: string, words: string, list: readonly PromiseFacts[]): Row {
  const money = moneyOf(list);
  const grounds = list.map(promiseGround);
  const blank = (): Cell => text('');
  const totals = list.flatMap(({ data }) => (typeof data.totalInvestment === 'number' ? [data.totalInvestment] : []));
  const paid = list.flatMap((one) => staged(one, 'paid')?.value ?? []);
  const sum = (numbers: readonly number[]) =>
    numbers.length === 0 ? null : numbers.reduce((total, one) => total + one, 0);
  return totalRow(
    id,
    blank(),
    text(`${words}（${list.length}项）`, ...grounds),
    blank(),
    blank(),
    figure(sum(totals), 0, ...grounds),
    figure(money.items.length === 0 ? null : money.planned, 0, ...grounds),
    figure(money.items.length === 0 ? null : money.done, 0, ...grounds),
    percentCell(money.value, ...grounds),
    blank(),
    blank(),
    figure(sum(paid), 0, ...grounds),
    blank(),
    blank(),
    blank(),
  );
}

function claimsOf(
  own: readonly PromiseFacts[],
  groups: readonly (readonly [string, readonly PromiseFacts[]])[],
  whole: ReturnType<typeof moneyOf>,
): readonly Claim[] {
  const parts = groups.map(([id, list]) => ({ name: CLASSES[id] ?? '其他项目', money: moneyOf(list), list }));
  return [
    {
      at: '合计：项目数',
      claim: 'classes',
      total: own.length,
      classes: parts.map(({ name, list }) => ({ name, value: list.length })),
    },
    {
      at: '合计：年度计划',
      claim: 'sum',
      total: whole.planned,
      parts: parts.map(({ name, money }) => ({ name, value: money.planned })),
    },
    {
      at: '合计：累计完成',
      claim: 'sum',
      total: whole.done,
      parts: parts.map(({ name, money }) => ({ name, value: money.done })),
    },
    ...(whole.value === null
      ? []
      : [
          {
            at: '正文：投资完成率',
            claim: 'percentage' as const,
            numerator: whole.done,
            denominator: whole.planned,
            printed: Number(percent(whole.value).replace('%', '')),
            rounding: ROUNDING,
          },
        ]),
  ];
}
