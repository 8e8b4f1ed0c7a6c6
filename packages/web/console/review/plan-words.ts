import type { ScreenText } from '../text/index.ts';
import type { PlanView } from './review-data.ts';

export const planStateWords: Readonly<Record<PlanView['state'], ScreenText>> = {
  drafting: 'review.planDrafting',
  consulting: 'review.planConsulting',
  decided: 'review.planDecided',
  issued: 'review.planIssued',
  replaced: 'review.planReplaced',
};

export const answerWords: Readonly<Record<'agreed' | 'comments' | 'silent', ScreenText>> = {
  agreed: 'review.agreed',
  comments: 'review.commented',
  silent: 'review.silent',
};

export const outcomeWords: Readonly<Record<'taken' | 'partly' | 'declined', ScreenText>> = {
  taken: 'review.taken',
  partly: 'review.partly',
  declined: 'review.declined',
};

/** The steps of a plan in their order. */
export const planSteps = ['drafting', 'consulting', 'decided', 'issued'] as const;
