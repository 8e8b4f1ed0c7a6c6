import type { CaseServices } from '../case/index.ts';
import { exportBoardOperation } from './export-board.ts';
import { freshFor } from './freshness.ts';
import { listBoardsOperation, readBoardOperation } from './read-board.ts';

/** How long a board that somebody read is good enough for the next who sees the same. */
const FRESH_MS = 3_000;

/** What can be done with boards. */
export function boardOperations(services: CaseServices, fresh = FRESH_MS) {
  const freshness = freshFor(fresh);
  return {
    list: listBoardsOperation(services),
    read: readBoardOperation(services, freshness),
    export: exportBoardOperation(services, freshness),
  };
}

export type BoardOperations = ReturnType<typeof boardOperations>;
