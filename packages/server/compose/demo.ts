import type { Words } from '@huying/kit/error';
import type { Program } from './program.ts';

/** Someone of the demo district as the start prints them. */
export interface DemoSignIn {
  readonly name: string;
  readonly password: string;
  readonly who: Words;
}

/** What a seeding tells while it goes on: a step, how far it is, and of how many. */
export type SeedProgress = (step: Words, done: number, total: number) => void;

/**
 * Fills an empty database with the demo district. Loaded when asked for: its map is drawn as it is read, and a start that
 * seeds nothing need not wait for it.
 */
export async function seedDemoDistrict(program: Program, progress: SeedProgress): Promise<readonly DemoSignIn[]> {
  return (await import('./seed-demo.ts')).seedDemoDistrict(program, progress);
}
