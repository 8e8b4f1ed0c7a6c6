import {
  chineseDate,
  column,
  documentOf,
  heading,
  note,
  type OfficialDocument,
  paragraph,
  tableOf,
  text,
} from '@huying/kit/document';
import type { PlanContent } from '../report/plan-content.ts';
import type { Offices } from './paper.ts';
import { plainRow } from './paper.ts';

const widths = [5, 26, 22, 11, 14, 9, 13];

/** 任务分解方案 as a document: a table under each leader in charge, every line with the sentences it comes from. */
export function planDocument(plan: PlanContent, offices: Offices): OfficialDocument {
  const columns = plan.columns.map((label, at) =>
    column(`c${at}`, label, widths[at] ?? 10, at === 1 || at === 2 ? 'left' : 'center'),
  );
  const asked = plan.sections.some(({ lines }) => lines.some((line) => line.asked.length > 0));
  const body = plan.sections.flatMap((section, at) => [
    heading(1, section.leader === null ? '尚未明确分管区领导' : section.leader.name),
    tableOf(
      `section-${at + 1}`,
      columns,
      section.lines.map((line) => {
        const from = { kind: 'promise' as const, id: line.promise };
        const called = (name: string) => (line.asked.includes(name) ? `${name}（商请）` : name);
        return plainRow(
          line.promise,
          text(String(line.no), from),
          text(line.task, from),
          text(line.target, from),
          text(line.lead === null ? '—' : called(line.lead), from),
          text(line.assisting.map(called).join('、'), from),
          text(line.leader ?? '—', from),
          text(line.dueText, from),
        );
      }),
      { wide: true },
    ),
  ]);
  const decided =
    plan.meeting === null || plan.decidedOn === null
      ? []
      : [paragraph(`本方案经${plan.meeting}（${chineseDate(plan.decidedOn)}）审议通过。`)];
  return documentOf(plan.title, {
    head: { form: 'document', issuer: `${offices.letters}文件`, office: null, day: null },
    number: plan.document,
    recipients: offices.recipients,
    body: [
      paragraph(`现将${plan.year}年政府工作报告任务分解方案印发给你们，共${plan.count}项，请按分工抓好落实。`),
      ...decided,
      ...body,
      ...(asked ? [note('注明“商请”的为垂直管理等非区属单位，商请协助办理。')] : []),
    ],
    signature: plan.issuedOn === null ? null : { unit: offices.letters, day: plan.issuedOn },
    copies: offices.copies,
    imprint: plan.issuedOn === null ? null : { unit: offices.letters, day: plan.issuedOn },
    draft: plan.issuedOn === null,
  });
}
