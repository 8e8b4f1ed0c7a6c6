import { parentPort, workerData } from 'node:worker_threads';
import { openDb } from '@huying/server/db';
import { CONNECTIONS } from './data-set.ts';
import { floorsUnder } from './floors.ts';
import { carry, Load } from './load.ts';

/** What a thread of floors is started with, what it is asked, and what it answers. */
export interface FloorsGiven {
  readonly url: string;
  readonly sample: string;
  readonly key: string;
}
export type FloorsAsked = { readonly floor: 'three' | 'all'; readonly seconds: number } | 'end';
export type FloorsAnswer = Pick<Load, 'seconds' | 'processor'> & { readonly took: number[] };

const { url, sample, key } = workerData as FloorsGiven;
const db = await openDb({ url, poolSize: CONNECTIONS });
const floors = await floorsUnder(db.pool, sample, key);

parentPort?.on('message', async (asked: FloorsAsked) => {
  if (asked === 'end') {
    await db.close();
    parentPort?.close();
    return;
  }
  const load = new Load();
  await carry(load, CONNECTIONS, asked.seconds, floors[asked.floor]);
  const { seconds, processor, took } = load;
  parentPort?.postMessage({ seconds, processor, took } satisfies FloorsAnswer);
});
