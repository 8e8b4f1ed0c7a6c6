import { defineApp } from '@huying/kit/app';
import { indicatorLights, lightEnglish } from '@huying/kit/promise';
import { indicator } from './indicator.ts';
import { parameters } from './parameters.ts';
import { english } from './targets.en.ts';

export { indicator } from './indicator.ts';

/** 主要预期目标与经济运行: what the year is to bring in numbers, and how it goes month by month. */
export const targets = defineApp({
  id: 'targets',
  name: '主要预期目标与经济运行',
  requires: ['base'],
  promises: [indicator],
  lights: [indicatorLights],
  parameters,
  english: { ...english, ...lightEnglish([indicatorLights]) },
});
