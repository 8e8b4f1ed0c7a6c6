export { type CaseStory, caseStory, type StoryWorld, shanghaiTime, storyWorld, worker } from './case-story.ts';
export { library } from './library.ts';
export { lostBook, roles } from './lost-book.ts';
