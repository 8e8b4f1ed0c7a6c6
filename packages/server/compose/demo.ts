import type { Words } from '@huying/kit/error';

/** Someone of the demo district as the start prints them. */
export interface DemoSignIn {
  readonly name: string;
  readonly password: string;
  readonly who: Words;
}

/** What a seeding tells while it goes on: a step, how far it is, and of how many. */
export type SeedProgress = (step: Words, done: number, total: number) => void;
