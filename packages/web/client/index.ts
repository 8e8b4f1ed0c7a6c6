export type * from './api.ts';
export type * from './bulletin.ts';
export { type Client, createClient, type Line, queryText } from './client.ts';
export { type Listening, listen, type StreamLine } from './events.ts';
export type * from './project.ts';
export type * from './promise.ts';
export { isRefusal, isUncertain, placesByField, Refusal, type RefusedPlace, Unreachable } from './refusal.ts';
export { createSubmission, type Submission } from './submission.ts';
export { type Upload, upload } from './upload.ts';
