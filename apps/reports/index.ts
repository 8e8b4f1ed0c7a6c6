import { defineApp } from '@huying/kit/app';
import { lightEnglish, taskLights } from '@huying/kit/promise';
import { campaign, reform, task } from './kinds.ts';
import { parameters } from './parameters.ts';
import { english } from './reports.en.ts';

export { campaign, reform, task } from './kinds.ts';

/** 政府工作报告与任务分解: from the report to issued, accountable work. */
export const reports = defineApp({
  id: 'reports',
  name: '工作报告与任务分解',
  requires: ['base'],
  promises: [task, reform, campaign],
  lights: [taskLights],
  parameters,
  english: { ...english, ...lightEnglish([taskLights]) },
});
