import type { Program } from '../compose/index.ts';
import { compose } from '../compose.ts';

/** Opens the program for one command and closes it again whatever happens. */
export async function withProgram<T>(work: (program: Program) => Promise<T>): Promise<T> {
  const { silentLog } = await import('../db/index.ts');
  const program = await compose({ log: silentLog });
  try {
    return await work(program);
  } finally {
    await program.close();
  }
}
