import { defineApp } from '@huying/kit/app';
import { lightEnglish, projectLights } from '@huying/kit/promise';
import { parameters } from './parameters.ts';
import { project } from './project.ts';
import { english } from './projects.en.ts';

export { project } from './project.ts';

/** 重点项目与攻城拔寨: investment projects from reserve to production, what stands in their way and who goes to see them. */
export const projects = defineApp({
  id: 'projects',
  name: '重点项目',
  requires: ['base'],
  promises: [project],
  lights: [projectLights],
  parameters,
  english: { ...english, ...lightEnglish([projectLights]) },
});
