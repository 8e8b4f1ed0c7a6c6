export { plansOf, readsOf } from './explained.ts';
export { type FakeClock, fakeClock } from './fake-clock.ts';
export { bareDatabase, testDatabase } from './test-database.ts';
export { type TestServices, testServices } from './test-services.ts';
