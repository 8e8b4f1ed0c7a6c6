import { chineseDate, column, documentOf, paragraph, tableOf, text } from '@huying/kit/document';
import type { PromiseFacts } from './facts.ts';
import { dateWords, extraParagraphs, type Paper, type PaperInput, plainRow, promiseGround } from './paper.ts';
import { lightWord } from './status-words.ts';

/** 会议跟进单: what was agreed, who promised it, by when, and what evidence is expected; it opens the next meeting. */
export function memoPaper(input: PaperInput): Paper {
  const { facts, words, offices } = input;
  const own = facts.promises.filter(
    (one) => words.reasons[one.id] !== undefined || one.light === 'red' || one.blocker !== null,
  );
  const columns = [
    column('no', '序号', 6, 'center'),
    column('title', '事项', 24),
    column('lead', '承诺单位', 12, 'center'),
    column('what', '商定事项', 24),
    column('due', '完成时限', 13, 'center'),
    column('evidence', '应提交的佐证', 15),
    column('light', '现灯', 6, 'center'),
  ];
  const rows = own.map((promise, at) => {
    const from = promiseGround(promise);
    return plainRow(
      promise.id,
      text(String(at + 1), from),
      text(promise.title, from),
      text(promise.lead?.name ?? '—', from),
      text(words.reasons[promise.id]?.next ?? promise.blocker?.words ?? promise.next?.words ?? '', from),
      text(dateWords(promise.blocker?.due ?? promise.next?.due ?? promise.due), from),
      text(expectedEvidence(promise), from),
      text(lightWord(promise), from),
    );
  });
  return {
    document: documentOf('目标任务调度会跟进单', {
      under: `数据截至${chineseDate(facts.asOf)}`,
      body: [
        paragraph(`本次会议跟进${own.length}项，下次会议从本单开始。`),
        ...(rows.length === 0 ? [] : [tableOf('memo', columns, rows)]),
        ...extraParagraphs(words),
      ],
      signature: { unit: offices.office, day: facts.asOf },
      draft: true,
    }),
    claims: [],
  };
}

function expectedEvidence({ sites, indicators, evidence }: PromiseFacts): string {
  if (evidence === 'full') return '已充分';
  if (sites.total > 0) return '点位现场照片';
  return indicators.some(({ aim }) => aim !== 'milestones' && aim !== 'binary') ? '指标值及其依据' : '完成证明材料';
}
