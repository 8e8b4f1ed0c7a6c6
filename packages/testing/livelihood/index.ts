export { type VoteCourse, voteCourse } from './vote-course.ts';
