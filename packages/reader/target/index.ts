export { targetsOf } from './target.ts';
