import type { App } from '@huying/kit/app';
import { base } from './base/index.ts';
import { hotline } from './hotline/index.ts';

/** The apps of this product, by hand; their order is the menu's. */
export const apps: readonly App[] = [base, hotline];
