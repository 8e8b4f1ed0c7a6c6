import type { ScreenText } from '../text/index.ts';
import type { CandidateRow, VoteRow } from './livelihood-data.ts';

export const CANDIDATE_STATES: Readonly<Record<CandidateRow['state'], ScreenText>> = {
  proposed: 'livelihood.stateProposed',
  'screened-out': 'livelihood.stateLeftOut',
  candidate: 'livelihood.stateCandidate',
  submitted: 'livelihood.stateSubmitted',
  chosen: 'livelihood.stateChosen',
  'not-chosen': 'livelihood.stateNotChosen',
  official: 'livelihood.stateOfficial',
};

export const SOURCES: Readonly<Record<CandidateRow['source'], ScreenText>> = {
  opinions: 'livelihood.fromOpinions',
  calls: 'livelihood.fromCalls',
  deputy: 'livelihood.fromDeputy',
  unit: 'livelihood.fromUnit',
  government: 'livelihood.fromGovernment',
};

export const VARIANTS: Readonly<Record<VoteRow['variant'], ScreenText>> = {
  decided: 'livelihood.variantDecided',
  certified: 'livelihood.variantCertified',
  electronic: 'livelihood.variantElectronic',
  poll: 'livelihood.variantPoll',
};

export const VOTE_STATES: Readonly<Record<VoteRow['state'], ScreenText>> = {
  prepared: 'livelihood.votePrepared',
  open: 'livelihood.voteOpen',
  closed: 'livelihood.voteClosed',
  certified: 'livelihood.voteCertified',
};
