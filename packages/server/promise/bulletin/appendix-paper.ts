import { type Block, column, documentOf, figure, heading, note, paragraph, tableOf, text } from '@huying/kit/document';
import type { Claim } from '@huying/kit/promise';
import type { PromiseFacts } from './facts.ts';
import { indicatorBlocks } from './indicator-paper.ts';
import { sayingOf } from './light-table.ts';
import { officialTotals } from './official-totals.ts';
import {
  dateWords,
  extraParagraphs,
  mainIndicator,
  type Paper,
  type PaperInput,
  percentCell,
  plainRow,
  promiseGround,
  ROUNDING_NOTE,
  sourceCell,
  totalRow,
  valueGround,
  valueWords,
} from './paper.ts';
import { EVIDENCE, SCHEDULE } from './status-words.ts';

const columns = [
  column('no', '序号', 4.6, 'center'),
  column('words', '目标任务（原文，上年报告页码）', 18),
  column('target', '目标', 7, 'center'),
  column('value', '完成值', 7, 'center'),
  column('p', '完成率', 6, 'right'),
  column('official', '自报', 7, 'center', '三种状态'),
  column('evidence', '佐证', 5, 'center', '三种状态'),
  column('schedule', '时限', 6.5, 'center', '三种状态'),
  column('first', '原定', 9, 'center', '完成日期'),
  column('revised', '批准调整', 9, 'center', '完成日期'),
  column('actual', '实际', 9, 'center', '完成日期'),
  column('lead', '责任单位', 8, 'center'),
  column('count', '佐证数', 5, 'right'),
  column('grade', '测评', 10, 'center'),
  column('remark', '说明', 9),
];

/** What became of every promise of the year, for the next report: nobody is in no class. */
export function appendixPaper(input: PaperInput): Paper {
  const { facts } = input;
  const own = facts.promises.filter(({ kind }) => kind !== 'indicator');
  const indicators = facts.promises.filter(({ kind }) => kind === 'indicator');
  const totals = officialTotals(own);
  const body: readonly Block[] = [
    paragraph(`${facts.year}年政府工作报告目标任务共${own.length}项：`, ...totals.runs, '。'),
    heading(1, '目标任务完成情况'),
    completionTable(input, own),
    ...revisedBlocks(own),
    ...(indicators.length === 0 ? [] : [heading(1, '主要指标完成情况'), ...indicatorBlocks(indicators)]),
    ...extraParagraphs(input.words),
    note(`${ROUNDING_NOTE}“自报”为责任单位填报，佐证不足的记为“待核实”。`),
  ];
  return {
    document: documentOf(`${facts.year}年政府工作报告目标任务\n完成情况`, { body, draft: true }),
    claims: [
      { at: '合计：按完成情况分类', claim: 'classes', total: own.length, classes: totals.classes },
      ...evaluationClaims(own),
    ],
  };
}

export function completionTable(input: PaperInput, promises: readonly PromiseFacts[]): Block {
  const rows = promises.map((promise, at) => {
    const main = mainIndicator(promise);
    const from = promiseGround(promise);
    const grounds = valueGround(promise, main);
    const moved = promise.revisions.filter(({ what }) => what === 'due');
    const due = moved.at(-1);
    return plainRow(
      promise.id,
      text(String(at + 1), from),
      sourceCell(promise),
      text(main?.target ?? '按节点推进', from),
      text(valueWords(main), ...grounds),
      percentCell(promise.p, ...grounds),
      text(sayingOf(promise), from),
      text(EVIDENCE[promise.evidence], from),
      text(SCHEDULE[promise.schedule], from),
      text(dateWords(promise.firstDue), from),
      due === undefined
        ? text('—', from)
        : text(dateWords(promise.due), { kind: 'revision', id: due.id, of: promise.id }),
      text(dateWords(promise.doneOn), from),
      text(promise.lead?.name ?? '—', from),
      figure(promise.evidenceCount, 0, from),
      evaluationCell(promise),
      text(input.words.reasons[promise.id]?.reason ?? promise.disagrees[0] ?? '', from),
    );
  });
  const sum = totalRow(
    'total',
    ...columns.map((_, at) => text(at === 1 ? `合计：${officialTotals(promises).words}` : '')),
  );
  return tableOf('completion', columns, [...rows, sum], { wide: true });
}

/** 17/11/1（应到29）满意. */
export function evaluationCell(promise: PromiseFacts) {
  const { evaluation } = promise;
  if (evaluation === null) return text('—', promiseGround(promise));
  const { satisfied, basically, not, members, grade } = evaluation;
  const words = `${satisfied}/${basically}/${not}（应到${members}）${gradeWords(grade)}`;
  return text(words, { kind: 'evaluation', id: evaluation.id, of: promise.id });
}

const GRADES: Readonly<Record<string, string>> = { satisfied: '满意', basically: '基本满意', not: '不满意' };
const gradeWords = (grade: string | null): string => (grade === null ? '' : (GRADES[grade] ?? grade));

/** Ballots on one sitting's items are as many for each. */
export function evaluationClaims(promises: readonly PromiseFacts[]): readonly Claim[] {
  const rows = promises.flatMap(({ title, evaluation }) =>
    evaluation === null
      ? []
      : [
          {
            name: title,
            satisfied: evaluation.satisfied,
            basically: evaluation.basically,
            not: evaluation.not,
            members: evaluation.members,
          },
        ],
  );
  if (rows.length === 0) return [];
  return [
    {
      at: '测评票数',
      claim: 'satisfaction',
      rows: rows.map(({ members: _, ...row }) => ({ id: row.name, ...row })),
      total: null,
    },
  ];
}

function revisedBlocks(promises: readonly PromiseFacts[]): readonly Block[] {
  const revised = promises.flatMap((promise) =>
    promise.revisions
      .filter(({ what }) => what.startsWith('indicator:') || what === 'cancelled' || what === 'deliverable')
      .map((revision) => ({ promise, revision })),
  );
  if (revised.length === 0) return [];
  const rows = revised.map(({ promise, revision }, at) => {
    const from = { kind: 'revision' as const, id: revision.id, of: promise.id };
    return plainRow(
      revision.id,
      text(String(at + 1), from),
      text(promise.title, promiseGround(promise)),
      text(revision.label, from),
      text(revision.old, from),
      text(revision.new, from),
      text([revision.authority, revision.meeting, revision.document].filter(Boolean).join('，') || '—', from),
      text(revision.reason, from),
    );
  });
  const heads = [
    column('no', '序号', 6, 'center'),
    column('title', '目标任务', 20),
    column('what', '调整内容', 12, 'center'),
    column('old', '原值', 11, 'center'),
    column('new', '新值', 11, 'center'),
    column('meeting', '批准会议', 16),
    column('reason', '理由', 18),
  ];
  return [heading(1, '调整过目标的任务'), tableOf('revised', heads, rows)];
}
