/** What the invented district promised and how it went: plain data, the same on every machine. */
export { chance } from '../chance.ts';
export { type Answers, answersFor } from './answers.ts';
export { BALLOT, type DemoCandidate, type DemoOpinion, demoCandidates, demoOpinions, leftOut } from './livelihood.ts';
export { type Mood, moodOf, paceAt } from './pace.ts';
export { type DemoProject, demoProjects, PROJECT_PLAN } from './projects.ts';
export { type DemoItem, type DemoProposal, demoItems, demoProposals, type ProposalStage } from './proposals.ts';
export { type Reviewed, type ReviewPart, reviewOf } from './review.ts';
export { type TargetCourse, targetCourses, type WatchedFigure, watchedFigures } from './targets.ts';
