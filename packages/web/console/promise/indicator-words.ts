import type { IndicatorView, ObservationView } from '../../client/index.ts';
import type { ScreenText } from '../text/index.ts';

export const SOURCE: Readonly<Record<ObservationView['source'], ScreenText>> = {
  self: 'promise.sourceSelf',
  system: 'promise.sourceSystem',
  verified: 'promise.sourceVerified',
};

export const AIM: Readonly<Record<IndicatorView['aim'], ScreenText>> = {
  up: 'promise.aimUp',
  down: 'promise.aimDown',
  band: 'promise.aimBand',
  cap: 'promise.aimCap',
  growth: 'promise.aimGrowth',
  milestones: 'promise.aimMilestones',
  binary: 'promise.aimBinary',
  followed: 'promise.aimFollowed',
};

export const EVERY: Readonly<Record<NonNullable<IndicatorView['every']>, ScreenText>> = {
  week: 'promise.everyWeek',
  month: 'promise.everyMonth',
  quarter: 'promise.everyQuarter',
  year: 'promise.everyYear',
};

export const STAGE: Readonly<Record<string, ScreenText>> = {
  plan: 'promise.stagePlan',
  assigned: 'promise.stageAssigned',
  contracted: 'promise.stageContracted',
  paid: 'promise.stagePaid',
  invested: 'promise.stageInvested',
  received: 'promise.stageReceived',
};
