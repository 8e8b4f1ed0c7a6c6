import type { App } from '@huying/kit/app';
import { base } from './base/index.ts';
import { hotline } from './hotline/index.ts';
import { livelihood } from './livelihood/index.ts';
import { performance } from './performance/index.ts';
import { projects } from './projects/index.ts';
import { proposals } from './proposals/index.ts';
import { reports } from './reports/index.ts';
import { supervision } from './supervision/index.ts';
import { targets } from './targets/index.ts';

/** The apps of this product, by hand; their order is the menu's. */
export const apps: readonly App[] = [
  base,
  hotline,
  supervision,
  proposals,
  reports,
  targets,
  livelihood,
  projects,
  performance,
];
