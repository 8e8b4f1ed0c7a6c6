import { defineApp } from '@huying/kit/app';
import { english } from './base.en.ts';
import { parameters } from './parameters.ts';
import { area, condition, demandClass, duty, matter } from './registries.ts';
import { role } from './roles.ts';

export { area, condition, demandClass, duty, matter } from './registries.ts';
export { role } from './roles.ts';

/** 人地房企事: what every other app stands on. */
export const base = defineApp({
  id: 'base',
  name: '人地房企事',
  roles: role,
  registries: [area, matter, condition, demandClass, duty],
  parameters,
  english,
});
