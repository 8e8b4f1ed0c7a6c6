import { defineApp } from '@huying/kit/app';
import { english as boardEnglish } from './boards.en.ts';
import { boards } from './boards.ts';
import { facts } from './facts.ts';
import { english as measureEnglish } from './measures.en.ts';
import { measures } from './measures.ts';
import { parameters } from './parameters.ts';
import { proposal } from './proposal.ts';
import { english } from './proposals.en.ts';
import { worklists } from './worklists.ts';

export { type CodeBook, codeBooks, meaningOf, type ResultClass } from './code-books.ts';
export { proposal } from './proposal.ts';

/** 建议提案: what deputies and members ask, answered after speaking with them, and tracked until it is done. */
export const proposals = defineApp({
  id: 'proposals',
  name: '建议提案',
  requires: ['base'],
  cases: [proposal],
  parameters,
  worklists,
  facts: [facts],
  measures,
  boards,
  english: { ...english, ...measureEnglish, ...boardEnglish },
});
