import { column, documentOf, paragraph, tableOf, text } from '@huying/kit/document';
import type { Paper, PaperInput } from './paper.ts';
import { plainRow } from './paper.ts';

/** 名词解释: the terms the year's report explains, in its order. */
export function glossaryPaper({ facts, glossary }: PaperInput): Paper {
  const columns = [column('no', '序号', 6, 'center'), column('term', '名词', 22), column('definition', '解释', 72)];
  const rows = glossary.map(({ term, definition }, at) =>
    plainRow(`term-${at + 1}`, text(String(at + 1)), text(term), text(definition)),
  );
  return {
    document: documentOf(`${facts.year}年政府工作报告名词解释`, {
      body: [paragraph(`本表列出报告中的名词${glossary.length}条。`), tableOf('glossary', columns, rows)],
      draft: true,
    }),
    claims: [],
  };
}
