import path from 'node:path';
import { type Db, huyingHome, openDb } from '@huying/server/db';
import type { TestProject } from 'vitest/node';
import { sweep } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server on which each test file makes its database. */
    readonly testServer: string;
  }
}

/**
 * One server for the whole run: HUYING_TEST_DATABASE_URL (a user who may create databases), or an embedded one in
 * `.huying/test-postgres`, shared with other runs at the same time.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const own = process.env.HUYING_TEST_DATABASE_URL;
  const server: Db | undefined =
    own === undefined ? await openDb({ dataDir: path.join(huyingHome(), 'test-postgres'), poolSize: 2 }) : undefined;
  const url = own ?? server?.url ?? '';
  await sweep(url);
  project.provide('testServer', url);
  return async () => server?.close();
}
