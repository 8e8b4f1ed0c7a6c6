import { column, documentOf, figure, heading, note, paragraph, tableOf, text } from '@huying/kit/document';
import { evaluationCell, evaluationClaims } from './appendix-paper.ts';
import { sayingOf } from './light-table.ts';
import { officialTotals } from './official-totals.ts';
import {
  extraParagraphs,
  mainIndicator,
  type Paper,
  type PaperInput,
  percentCell,
  plainRow,
  promiseGround,
  ROUNDING_NOTE,
  sourceCell,
  underOf,
  valueGround,
  valueWords,
} from './paper.ts';
import { EVIDENCE, SCHEDULE } from './status-words.ts';

const columns = [
  column('no', '序号', 4.6, 'center'),
  column('title', '项目', 12),
  column('words', '内容（报告原文，页码）', 22),
  column('lead', '牵头单位', 8, 'center'),
  column('target', '目标', 8, 'center'),
  column('value', '完成', 8, 'center'),
  column('p', '完成率', 6, 'right'),
  column('sites', '点位（已完成/全部）', 7, 'center'),
  column('budget', '计划投资（万元）', 8, 'right', '资金'),
  column('paid', '支付（万元）', 8, 'right', '资金'),
  column('official', '自报', 7, 'center', '三种状态'),
  column('evidence', '佐证', 5, 'center', '三种状态'),
  column('schedule', '时限', 7, 'center', '三种状态'),
  column('grade', '测评（满意/基本/不满意）', 10, 'center'),
];

/** 民生实事表. */
export function livelihoodPaper(input: PaperInput): Paper {
  const { facts, offices } = input;
  const own = facts.promises.filter(({ kind }) => kind === 'livelihood');
  const rows = own.map((promise, at) => {
    const main = mainIndicator(promise);
    const from = promiseGround(promise);
    const paid = promise.indicators.find(({ stage }) => stage === 'paid');
    const { total, done } = promise.sites;
    return plainRow(
      promise.id,
      text(String(at + 1), from),
      text(promise.title, from),
      promise.clauses.length === 0 ? text(promise.deliverable ?? '', from) : sourceCell(promise),
      text(promise.lead?.name ?? '—', from),
      text(main?.target ?? '按节点推进', from),
      text(valueWords(main), ...valueGround(promise, main)),
      percentCell(promise.p, ...valueGround(promise, main)),
      text(total === 0 ? '—' : `${done}/${total}`, from),
      figure(typeof promise.data.budget === 'number' ? promise.data.budget : null, 0, from),
      figure(paid?.value ?? null, 0, ...valueGround(promise, paid)),
      text(sayingOf(promise), from),
      text(EVIDENCE[promise.evidence], from),
      text(SCHEDULE[promise.schedule], from),
      evaluationCell(promise),
    );
  });
  const totals = officialTotals(own);
  return {
    document: documentOf(`${facts.year}年民生实事项目进展情况表`, {
      under: underOf(facts),
      body: [
        paragraph(`${facts.year}年民生实事项目共${own.length}项：`, ...totals.runs, '。'),
        heading(1, '进展情况'),
        tableOf('livelihood', columns, rows, { wide: true }),
        ...extraParagraphs(input.words),
        note(ROUNDING_NOTE),
      ],
      signature: { unit: offices.office, day: facts.asOf },
      draft: true,
    }),
    claims: [
      { at: '按完成情况分类', claim: 'classes', total: own.length, classes: totals.classes },
      ...evaluationClaims(own),
    ],
  };
}
