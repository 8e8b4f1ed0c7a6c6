export { type Answer, type Asking, type TestProgram, testProgram } from './test-program.ts';
