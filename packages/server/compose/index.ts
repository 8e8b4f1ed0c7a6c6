export { type DemoSignIn, type SeedProgress, seedDemoDistrict } from './demo.ts';
export { housekeeping } from './housekeeping.ts';
export { jsonLog, type Level, levelOf } from './log.ts';
export { openProgram, type Program, type ProgramOptions, programVersion } from './program.ts';
export type { ProgramServices, Worker } from './program-services.ts';
export { requestImportOf } from './request-sink.ts';
export { programServices } from './services.ts';
