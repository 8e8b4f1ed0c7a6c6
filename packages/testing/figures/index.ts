export { type FigureCourse, figureCourse, type Refused } from './figure-course.ts';
