import { actOperation } from './act.ts';
import type { CaseServices } from './case-services.ts';
import { choicesOperation } from './choices.ts';
import { duplicatesOperation } from './duplicates.ts';
import { askCodeOperation, followOperation } from './follow.ts';
import { listOperation, worklistsOperation } from './list.ts';
import { mergedOperation } from './merged.ts';
import { openOperation } from './open.ts';
import { definitionOperations, readOperation, sameCallerOperation, unmaskOperation } from './read.ts';
import { reprojectOperation } from './reproject.ts';
import { similarOperation } from './similar.ts';

/** Everything that can be done with cases; HTTP, jobs, the command line and tests call these. */
export function caseOperations(services: CaseServices) {
  return {
    open: openOperation(services),
    act: actOperation(services),
    read: readOperation(services),
    list: listOperation(services),
    worklists: worklistsOperation(services),
    unmask: unmaskOperation(services),
    choices: choicesOperation(services),
    sameCaller: sameCallerOperation(services),
    ...definitionOperations(services),
    askCode: askCodeOperation(services),
    follow: followOperation(services),
    similar: similarOperation(services),
    duplicates: duplicatesOperation(services),
    merged: mergedOperation(services),
    reproject: reprojectOperation(services),
  };
}

export type CaseOperations = ReturnType<typeof caseOperations>;
