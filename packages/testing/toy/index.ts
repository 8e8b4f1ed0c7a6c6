export { type CaseStory, caseStory, idOf, type StoryWorld, shanghaiTime, storyWorld, worker } from './case-story.ts';
export { type Dice, diceOf, type WalkPlan, walkCase } from './case-walk.ts';
export { withAction, withClock, withOwner, withoutAsk, withoutClock, withoutGuards, withRequest } from './edits.ts';
export { library } from './library.ts';
export { lostBook, roles } from './lost-book.ts';
