import type { CaseServices } from '../case/index.ts';
import type { FileServices } from '../file/index.ts';
import type { IdentityServices } from '../identity/index.ts';

/** Everything the program's parts need, put together once. */
export interface ProgramServices extends CaseServices, IdentityServices, FileServices {}

/** Something that goes on beside the answering of requests until it is stopped: clocks, senders, housekeeping. */
export interface Worker {
  /** Ends when stopped. */
  run(): Promise<void>;
  /** Lets what is under way finish. */
  stop(): Promise<void>;
}
