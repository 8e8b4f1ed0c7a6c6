export { type CaseStory, caseStory, idOf, type StoryWorld, shanghaiTime, storyWorld, worker } from './case-story.ts';
export { unitPeople } from './case-walk.ts';
export { expectWalks } from './case-walks.ts';
export { withAction, withClock, withOwner, withoutAsk, withoutClock, withoutGuards, withRequest } from './edits.ts';
export { library } from './library.ts';
export { lostBook, roles } from './lost-book.ts';
export { sameBook } from './same-book.ts';
