export type { Known } from './finding.ts';
export { findingsIn } from './findings.ts';
