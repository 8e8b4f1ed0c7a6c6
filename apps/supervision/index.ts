import { defineApp } from '@huying/kit/app';
import { english as boardEnglish } from './boards.en.ts';
import { boards } from './boards.ts';
import { facts } from './facts.ts';
import { item } from './item.ts';
import { english as measureEnglish } from './measures.en.ts';
import { measures } from './measures.ts';
import { parameters } from './parameters.ts';
import { english } from './supervision.en.ts';
import { worklists } from './worklists.ts';

export { item } from './item.ts';
export { type NoticeLevel, noticeColour } from './notice-colours.ts';

/** 督查督办: what the district must see done, with clocks, notices that are answered, verification and a second look. */
export const supervision = defineApp({
  id: 'supervision',
  name: '督查督办',
  requires: ['base'],
  cases: [item],
  parameters,
  worklists,
  facts: [facts],
  measures,
  boards,
  english: { ...english, ...measureEnglish, ...boardEnglish },
});
