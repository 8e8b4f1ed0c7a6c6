import process from 'node:process';
import { caseOperations, caseTimerHandler, type Receipt } from '@huying/server/case';
import { timekeeper } from '@huying/server/clock';
import { openDb } from '@huying/server/db';
import { type Capacity, runOperation } from '@huying/server/ledger';
import { caseServicesOver } from './services.ts';
import { ticketFields } from './ticket-fields.ts';

/** What a process is to do. */
export interface Assignment {
  readonly does: 'open cases' | 'fire clocks';
  readonly url: string;
  /** Hexadecimal. */
  readonly masterKey: string;
  /** Milliseconds its clock is ahead. */
  readonly ahead: number;
}

export interface Request {
  readonly number: number;
  readonly capacity: Capacity;
  readonly key: string;
  readonly title: string;
}

export interface Answer {
  /** Of the request; 0 says that the process is ready. */
  readonly number: number;
  readonly receipt?: Receipt;
  readonly error?: string;
}

const { does, url, masterKey, ahead } = JSON.parse(process.argv[2] ?? '{}') as Assignment;
const db = await openDb({ url, poolSize: 32 });
const services = await caseServicesOver(db, () => Date.now() + ahead, Buffer.from(masterKey, 'hex'));
const say = (answer: Answer) => process.send?.(answer);

if (does === 'fire clocks') {
  void timekeeper(services, { case: caseTimerHandler(services) }).run();
} else {
  const { open } = caseOperations(services);
  process.on('message', (message) => {
    const { number, capacity, key, title } = message as Request;
    runOperation(services, open, { ...capacity, key, input: { type: 'ticket', fields: ticketFields({ title }) } }).then(
      (receipt) => say({ number, receipt }),
      (error: unknown) => say({ number, error: String(error) }),
    );
  });
}
// The test that started it is gone: nobody is left to answer.
process.on('disconnect', () => process.exit(0));
say({ number: 0 });
