export { type AccessStory, refusedWith, tellAccess } from './access-story.ts';
export { type Person, type TestDistrict, testDistrict } from './test-district.ts';
export { type TestIdentity, testIdentity, testPassword, testPasswordHash } from './test-identity.ts';
