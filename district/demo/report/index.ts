export { workReport } from './text.ts';
