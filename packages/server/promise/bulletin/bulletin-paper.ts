import {
  type Block,
  type Column,
  chineseDate,
  column,
  documentOf,
  figureText,
  heading,
  note,
  paragraph,
  run,
  tableOf,
  text,
} from '@huying/kit/document';
import { type Claim, LIGHTS, type Light, rollUp } from '@huying/kit/promise';
import type { PromiseFacts, RevisionFacts } from './facts.ts';
import { allTable, lightTable } from './light-table.ts';
import {
  CAP_NOTE,
  countRun,
  extraParagraphs,
  live,
  type Paper,
  type PaperInput,
  percent,
  plainRow,
  promiseGround,
  ROUNDING,
  ROUNDING_NOTE,
  underOf,
} from './paper.ts';
import { rankingBlocks, rankingClaims } from './ranking-paper.ts';
import { LIGHT } from './status-words.ts';

/** The supervision office's monthly bulletin: one to two pages and its annexes. */
export function bulletinPaper(input: PaperInput): Paper {
  const { facts, offices } = input;
  const red = facts.promises.filter(({ light }) => light === 'red');
  const standing = overall(input);
  const changes = changeBlocks(input);
  const ranking = input.ranking;
  const body: readonly Block[] = [
    paragraph(`现将截至${chineseDate(facts.asOf)}全区政府工作报告目标任务落实情况通报如下。`),
    heading(1, '总体情况'),
    ...standing.blocks,
    heading(1, '红灯事项'),
    ...(red.length === 0 ? [paragraph('本期无红灯事项。')] : [lightTable(input, 'red', red)]),
    heading(1, '亮灯变化'),
    ...changes,
    ...(ranking === null ? [] : [heading(1, '单位排名'), ...rankingBlocks(ranking)]),
    heading(1, '填报成本'),
    ...burdenBlocks(input),
    ...extraParagraphs(input.words),
    note(`${ROUNDING_NOTE}${CAP_NOTE}`),
  ];
  return {
    document: documentOf(`关于${facts.year}年政府工作报告目标任务\n落实情况的通报`, {
      head: { form: 'document', issuer: offices.bulletin, office: offices.office, day: null },
      under: underOf(facts),
      recipients: offices.recipients,
      body,
      annexes: [
        { title: '全部事项一览', body: [allTable(facts.promises, 'all', [ROUNDING_NOTE])] },
        { title: '延期与调整', body: revisionBlocks(input) },
        { title: '更正说明', body: correctionBlocks(input) },
      ],
      signature: { unit: offices.office, day: facts.asOf },
      copies: offices.copies,
      imprint: { unit: offices.office, day: facts.asOf },
      draft: true,
    }),
    claims: [...standing.claims, ...(ranking === null ? [] : rankingClaims(ranking)), ...burdenClaims(input)],
  };
}

/** 一、总体 with the sums that must hold. */
function overall({ facts, before }: PaperInput): {
  readonly blocks: readonly Block[];
  readonly claims: readonly Claim[];
} {
  const counted = live(facts.promises);
  const cancelled = facts.promises.length - counted.length;
  const by = (light: Light) => counted.filter((one) => one.light === light);
  const dark = counted.filter(({ light }) => light === null);
  const [followed, none] = [dark.filter((one) => one.followed === true), dark.filter((one) => one.followed !== true)];
  const shown = LIGHTS.filter(
    (light) => light === 'green' || light === 'yellow' || light === 'red' || by(light).length > 0,
  );
  // What is only followed has no progress to be covered.
  const judged = counted.filter((one) => !followed.includes(one));
  const roll = rollUp(judged.map(({ weight, p }) => ({ weight, p, live: true })));
  const expected = rollUp(judged.map(({ weight, e, p }) => ({ weight, p: p === null ? null : e, live: true })));
  const { supervision } = facts;
  const [last] = before;
  const lights = [
    ...shown.map((light) => countRun(`${LIGHT[light]}灯`, by(light))),
    ...(followed.length === 0 ? [] : [countRun('跟踪', followed)]),
    countRun('无数据', none),
  ];
  const blocks: Block[] = [
    paragraph(
      `全区${facts.year}年目标任务`,
      countRun('共', facts.promises),
      ...(cancelled === 0 ? [] : [`，其中经批准取消${cancelled}项，计入统计`, countRun('', counted)]),
      `。全区任务加权进度${percent(roll.p)}（覆盖${percent(roll.coverage)}），序时应达${percent(expected.p)}。`,
      ...lights.flatMap((one, at) => [at === 0 ? '' : '、', one]),
      `，合计${counted.length}项。`,
    ),
  ];
  const claims: Claim[] = [
    {
      at: '总体情况：亮灯合计',
      claim: 'classes',
      total: counted.length,
      classes: [
        ...LIGHTS.map((light) => ({ name: `${LIGHT[light]}灯`, value: by(light).length })),
        { name: '跟踪', value: followed.length },
        { name: '无数据', value: none.length },
      ],
    },
    {
      at: '总体情况：任务总数',
      claim: 'sum',
      total: facts.promises.length,
      parts: [
        { name: '计入统计', value: counted.length },
        { name: '经批准取消', value: cancelled },
      ],
    },
  ];
  if (supervision !== null) {
    const { registered, closedDue, onTime, openLate, extended, redone } = supervision;
    const rate = onTime?.rate ?? null;
    const change = rate === null || last === undefined || last.onTime === null ? null : rate - last.onTime;
    blocks.push(
      paragraph(
        `本年度督查立项${registered ?? '—'}项，应办结${onTime?.d ?? '—'}项，已办结${closedDue?.n ?? '—'}项，按时办结${onTime?.n ?? '—'}项`,
        `（${rate === null ? '无应办' : `${figureText(rate, 1)}%`}），逾期未结${openLate ?? '—'}项，延期${extended?.n ?? '—'}项，核查退回${redone?.n ?? '—'}项`,
        change === null
          ? '。'
          : `，按时办结率较上期${change < 0 ? '下降' : '提高'}${figureText(Math.abs(change), 1)}个百分点。`,
      ),
    );
    if (onTime !== null) {
      claims.push({
        at: '总体情况：按时办结率',
        claim: 'percentage',
        numerator: onTime.n,
        denominator: onTime.d,
        printed: onTime.rate,
        rounding: ROUNDING,
      });
    }
    if (onTime !== null && closedDue !== null) {
      claims.push({
        at: '总体情况：应办结数',
        claim: 'same-denominator',
        rows: [
          { name: '应办结率', value: closedDue.d },
          { name: '按时办结率', value: onTime.d },
        ],
      });
    }
  }
  const doubtful = counted.filter(({ disagrees }) => disagrees.length > 0);
  if (doubtful.length > 0)
    blocks.push(paragraph('自报、佐证、时限三种状态不一致的', countRun('', doubtful), '，列入核查。'));
  return { blocks, claims };
}

/** 三、movements since the issue before, and what was red in the last two issues and is red again. */
function changeBlocks({ facts, before }: PaperInput): readonly Block[] {
  const [last, older] = before;
  if (last === undefined) return [paragraph('本期为本年度第一期，无上期可比。')];
  const moved = (from: Light, to: Light) =>
    facts.promises.filter((one) => one.light === to && last.lights[one.id] === from);
  const [worse, better] = [moved('yellow', 'red'), moved('red', 'green')];
  const lasting =
    older === undefined
      ? []
      : facts.promises.filter(
          (one) => one.light === 'red' && last.lights[one.id] === 'red' && older.lights[one.id] === 'red',
        );
  const names = (list: readonly PromiseFacts[]) =>
    list.length === 0
      ? []
      : ['：', ...list.flatMap((one, at) => [at === 0 ? '' : '、', run(one.title, promiseGround(one))])];
  return [
    paragraph(countRun('黄灯转红灯', worse), ...names(worse), '。'),
    paragraph(countRun('红灯转绿灯', better), ...names(better), '。'),
    paragraph(
      countRun('连续三期红灯', lasting),
      ...names(lasting),
      lasting.length === 0 ? '。' : '，按规定约谈牵头单位负责人。',
    ),
  ];
}

function burdenBlocks({ facts: { burden } }: PaperInput): readonly Block[] {
  const change = burden.asked - burden.before;
  const than = change === 0 ? '与上月持平' : `较上月${change < 0 ? '减少' : '增加'}${Math.abs(change)}项次`;
  return [paragraph(`本月向各单位要数${burden.asked}项次，${than}。`)];
}

function burdenClaims({ facts: { burden } }: PaperInput): readonly Claim[] {
  const parts = burden.units.map(({ name, asked }) => ({ name, value: asked }));
  return parts.length === 0 ? [] : [{ at: '填报成本', claim: 'sum', total: burden.asked, parts }];
}

/** What was put off, and what was changed otherwise: a day that moved is no target that moved. */
function revisionBlocks({ facts }: PaperInput): readonly Block[] {
  const changed = facts.promises.flatMap((promise) => promise.revisions.map((revision) => ({ promise, revision })));
  const putOff = changed.filter(({ revision }) => isExtension(revision));
  const adjusted = changed.filter(({ revision }) => !isExtension(revision));
  return [
    heading(1, '延期'),
    ...(putOff.length === 0
      ? [paragraph('截至本期，没有经批准的延期。')]
      : [tableOf('extensions', changeColumns('延期事项', '原定时限', '延至'), changeRows(putOff), { wide: true })]),
    heading(1, '目标和内容调整'),
    ...(adjusted.length === 0
      ? [paragraph('截至本期，没有经批准的目标和内容调整。')]
      : [tableOf('adjustments', changeColumns('调整内容', '原值', '调整为'), changeRows(adjusted), { wide: true })]),
  ];
}

/** True of a change of a due day: the promise's own, an indicator's or a task's. */
function isExtension({ what }: RevisionFacts): boolean {
  return what === 'due' || what.endsWith(':due');
}

function changeColumns(what: string, old: string, now: string): readonly Column[] {
  return [
    column('no', '序号', 5, 'center'),
    column('title', '目标任务', 20),
    column('lead', '牵头单位', 10, 'center'),
    column('what', what, 10, 'center'),
    column('old', old, 12, 'center'),
    column('new', now, 12, 'center'),
    column('basis', '批准依据', 18),
    column('reason', '理由', 18),
  ];
}

function changeRows(changed: readonly { readonly promise: PromiseFacts; readonly revision: RevisionFacts }[]) {
  return changed.map(({ promise, revision }, at) => {
    const from = { kind: 'revision' as const, id: revision.id, of: promise.id };
    const basis = [revision.authority, revision.meeting, revision.document].filter(Boolean).join('，');
    return plainRow(
      revision.id,
      text(String(at + 1), from),
      text(promise.title, promiseGround(promise)),
      text(promise.lead?.name ?? '—', promiseGround(promise)),
      text(revision.label, from),
      text(revision.old, from),
      text(revision.new, from),
      text(basis === '' ? '—' : basis, from),
      text(revision.reason, from),
    );
  });
}

/** Every correction to an earlier issue that none has listed yet. */
function correctionBlocks({ corrections }: PaperInput): readonly Block[] {
  if (corrections.length === 0) return [paragraph('本期无更正。')];
  const columns = [
    column('no', '序号', 6, 'center'),
    column('issue', '原文件', 14, 'center'),
    column('place', '更正之处', 22),
    column('old', '原文', 14, 'center'),
    column('new', '更正为', 14, 'center'),
    column('reason', '原因', 24),
  ];
  const rows = corrections.map((one, at) => {
    const from = { kind: 'bulletin' as const, id: one.bulletin };
    return plainRow(
      one.id,
      text(String(at + 1)),
      text(one.document, from),
      text(one.label, from),
      text(one.old),
      text(one.new),
      text(one.reason),
    );
  });
  return [tableOf('corrections', columns, rows)];
}
