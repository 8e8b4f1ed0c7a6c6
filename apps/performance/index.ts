import { defineApp } from '@huying/kit/app';
import { parameters } from './parameters.ts';
import { english } from './performance.en.ts';

/** 绩效与通报: units among their peers by promises and cases together, and the papers that say how the year stands. */
export const performance = defineApp({
  id: 'performance',
  name: '绩效与通报',
  requires: ['base'],
  parameters,
  english,
});
