export { admits, type CaseReach, type Predicate, reachOf, reachSql } from './case-reach.ts';
