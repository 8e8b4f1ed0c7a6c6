import { defineApp } from '@huying/kit/app';
import { english } from './hotline.en.ts';
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
  parameters,
  worklists,
  english,
});
