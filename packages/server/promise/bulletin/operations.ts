import type { PromiseServices } from '../core/promise-services.ts';
import { correctOperation, issueOperation, publishOperation } from './issue-bulletin.ts';
import { amendOperation, draftLettersOperation, draftOperation, retakeOperation } from './make-bulletin.ts';
import {
  bulletinDocumentOperation,
  listBulletinsOperation,
  planDocumentOperation,
  readBulletinOperation,
} from './read-bulletin.ts';
import { readPerformanceOperation } from './read-performance.ts';

/** What can be done with bulletins, papers and rankings. */
export function bulletinOperations(services: PromiseServices) {
  return {
    list: listBulletinsOperation(services),
    read: readBulletinOperation(services),
    draft: draftOperation(services),
    draftLetters: draftLettersOperation(services),
    amend: amendOperation(services),
    retake: retakeOperation(services),
    issue: issueOperation(services),
    publish: publishOperation(services),
    correct: correctOperation(services),
    document: bulletinDocumentOperation(services),
    planDocument: planDocumentOperation(services),
    performance: readPerformanceOperation(services),
  };
}

export type BulletinOperations = ReturnType<typeof bulletinOperations>;
