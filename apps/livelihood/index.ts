import { defineApp } from '@huying/kit/app';
import { lightEnglish, livelihoodLights } from '@huying/kit/promise';
import { english } from './livelihood.en.ts';
import { livelihoodProject } from './livelihood-project.ts';
import { opinionEnglish } from './opinion.en.ts';
import { opinion } from './opinion.ts';
import { opinionFacts, opinionMeasures, opinionWorklists } from './opinion-figures.ts';
import { opinionParameters } from './opinion-parameters.ts';
import { parameters } from './parameters.ts';

export { livelihoodProject } from './livelihood-project.ts';
export { opinion } from './opinion.ts';

/** 民生实事: what people ask for, what is chosen of it, and what becomes of it in the open. */
export const livelihood = defineApp({
  id: 'livelihood',
  name: '民生实事',
  requires: ['base'],
  promises: [livelihoodProject],
  lights: [livelihoodLights],
  cases: [opinion],
  facts: [opinionFacts],
  measures: opinionMeasures,
  worklists: opinionWorklists,
  parameters: [...parameters, ...opinionParameters],
  english: { ...english, ...opinionEnglish, ...lightEnglish([livelihoodLights]) },
});
