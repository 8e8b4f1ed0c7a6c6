import { appendixPaper } from './appendix-paper.ts';
import { bulletinPaper } from './bulletin-paper.ts';
import { glossaryPaper } from './glossary-paper.ts';
import { indicatorPaper } from './indicator-paper.ts';
import { letterPaper } from './letter-paper.ts';
import { livelihoodPaper } from './livelihood-paper.ts';
import { memoPaper } from './memo-paper.ts';
import type { Paper, PaperInput, PaperKind } from './paper.ts';
import { projectPaper } from './project-paper.ts';
import { rankingPaper } from './ranking-paper.ts';

const COMPOSERS: Readonly<Record<PaperKind, (input: PaperInput) => Paper>> = {
  bulletin: bulletinPaper,
  letter: letterPaper,
  ranking: rankingPaper,
  projects: projectPaper,
  livelihood: livelihoodPaper,
  indicators: indicatorPaper,
  appendix: appendixPaper,
  glossary: glossaryPaper,
  memo: memoPaper,
};

/** The paper that facts make: the same facts always make the same paper. */
export function paperOf(input: PaperInput): Paper {
  return COMPOSERS[input.kind](input);
}

/** What kinds of papers are called. */
export const PAPER_NAMES: Readonly<Record<PaperKind, { readonly zh: string; readonly en: string }>> = {
  bulletin: { zh: '督查通报', en: 'Supervision bulletin' },
  letter: { zh: '督办函、提醒函', en: 'Letter to a unit' },
  ranking: { zh: '单位排名', en: 'Ranking of units' },
  projects: { zh: '重点项目进度表', en: 'Project progress table' },
  livelihood: { zh: '民生实事表', en: 'Livelihood table' },
  indicators: { zh: '主要指标表', en: 'Indicator table' },
  appendix: { zh: '报告完成情况附件', en: 'Completion appendix' },
  glossary: { zh: '名词解释', en: 'Glossary' },
  memo: { zh: '会议跟进单', en: 'Follow-up memo' },
};
