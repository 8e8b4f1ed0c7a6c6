import { objectOperation } from '../core/objection.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { clusterRowsOperation, clustersOperation } from './call-clusters.ts';
import {
  addOriginOperation,
  editCandidateOperation,
  listCandidatesOperation,
  proposeOperation,
  readCandidateOperation,
  screenOperation,
} from './candidate.ts';
import { certifyOperation, certifyPollOperation, checkTotalsOperation, decideOperation } from './certify-vote.ts';
import { castOperation, closeVoteOperation, recountOperation } from './electronic-vote.ts';
import { enterEvaluationOperation, listEvaluationsOperation, publishEvaluationsOperation } from './evaluation.ts';
import { importSitesOperation } from './import-sites.ts';
import { makeOfficialOperation } from './make-official.ts';
import { listVotesOperation, openVoteOperation, prepareVoteOperation, readVoteOperation } from './prepare-vote.ts';
import { publicListOperation, publicProjectOperation } from './public-project.ts';
import { readTotalsOperation } from './read-totals.ts';
import {
  cancelSiteOperation,
  listSitesOperation,
  putSiteOperation,
  reportSiteOperation,
  verifySiteOperation,
} from './site.ts';

/** Everything that can be done with livelihood projects before they are promises and beside what every promise has. */
export function livelihoodOperations(services: PromiseServices) {
  return {
    propose: proposeOperation(services),
    edit: editCandidateOperation(services),
    screen: screenOperation(services),
    addOrigin: addOriginOperation(services),
    candidates: listCandidatesOperation(services),
    candidate: readCandidateOperation(services),
    clusters: clustersOperation(services),
    clusterRows: clusterRowsOperation(services),
    prepareVote: prepareVoteOperation(services),
    openVote: openVoteOperation(services),
    votes: listVotesOperation(services),
    vote: readVoteOperation(services),
    cast: castOperation(services),
    closeVote: closeVoteOperation(services),
    recount: recountOperation(services),
    checkTotals: checkTotalsOperation(services),
    readTotals: readTotalsOperation(services),
    certify: certifyOperation(services),
    decide: decideOperation(services),
    certifyPoll: certifyPollOperation(services),
    make: makeOfficialOperation(services),
    sites: listSitesOperation(services),
    putSite: putSiteOperation(services),
    importSites: importSitesOperation(services),
    reportSite: reportSiteOperation(services),
    verifySite: verifySiteOperation(services),
    cancelSite: cancelSiteOperation(services),
    evaluate: enterEvaluationOperation(services),
    evaluations: listEvaluationsOperation(services),
    publishEvaluations: publishEvaluationsOperation(services),
    /** The public's; staff has the same among the operations of promises. */
    object: objectOperation(services),
    publicList: publicListOperation(services),
    publicProject: publicProjectOperation(services),
  };
}

export type LivelihoodOperations = ReturnType<typeof livelihoodOperations>;
