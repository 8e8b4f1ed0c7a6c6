/** The demo district as a whole; its parts are behind the doors of their folders. Invented: 440199 is no code of GB/T 2260. */
import { DISTRICT_CODE } from './area/index.ts';
import type { Words } from './words.ts';

export type { Instant, Words } from './words.ts';

export const demoDistrict: { readonly code: string; readonly name: Words; readonly zone: string } = {
  code: DISTRICT_CODE,
  name: { zh: '清江区', en: 'Qingjiang District' },
  zone: 'Asia/Shanghai',
};
