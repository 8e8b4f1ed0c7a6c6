import { defineApp } from '@huying/kit/app';
import { english as boardEnglish } from './boards.en.ts';
import { boardParameters, boards } from './boards.ts';
import { facts } from './facts.ts';
import { english } from './hotline.en.ts';
import { english as measureEnglish } from './measures.en.ts';
import { measures } from './measures.ts';
import { parameters } from './parameters.ts';
import { ticket } from './ticket.ts';
import { worklists } from './worklists.ts';

export { ticket } from './ticket.ts';

/** 12345 热线: what people ask by telephone, web, letter and through the city's platform. */
export const hotline = defineApp({
  id: 'hotline',
  name: '12345 热线',
  requires: ['base'],
  cases: [ticket],
  parameters: [...parameters, ...boardParameters],
  worklists,
  facts: [facts],
  measures,
  boards,
  english: { ...english, ...measureEnglish, ...boardEnglish },
});
