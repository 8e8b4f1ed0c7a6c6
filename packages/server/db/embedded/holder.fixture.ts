import process from 'node:process';
import { openDb, silentLog } from '../index.ts';

/** A process that opens the embedded server of the folder it is given, says so, and closes when told; for killing. */
const db = await openDb({ dataDir: process.argv[2] ?? '', log: silentLog });
process.on('message', async (message) => {
  if (message !== 'close') return;
  await db.close();
  process.disconnect();
});
process.send?.({ url: db.url });
