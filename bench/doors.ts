import http from 'node:http';
import { v7 } from 'uuid';
import { CONNECTIONS, type DataSet, tenant } from './data-set.ts';
import type { Figure } from './figure.ts';
import { measured } from './load.ts';
import { type Served, serve } from './served.ts';
import { nextCall, ticketOf } from './tickets.ts';

const READERS = 8;
const SAMPLE = 500;

/**
 * Through HTTP, with a session, from this process to one of its own: creates, lists, case pages; and what the server's memory comes to.
 * @param floor  bare creates a second of the same run, if measured
 */
export async function measureDoors(set: DataSet, seconds: number, floor: number | undefined): Promise<Figure[]> {
  const served = await serve();
  try {
    return await throughDoors(set, served, seconds, floor);
  } finally {
    await served.stop();
  }
}

async function throughDoors(
  { program, signIns }: DataSet,
  served: Served,
  seconds: number,
  floor: number | undefined,
): Promise<Figure[]> {
  const password = signIns[0]?.password ?? '';
  const client = clientOf(served.address);
  const operator = await client.signIn('operator', password);
  const supervisor = await client.signIn('supervisor', password);
  const atRest = served.memory();
  const create = () => client.ask(operator, 'POST', '/api/cases', ticketOf(nextCall()));
  const ids = await sampleOf(program);
  let turn = 0;
  const page = () => {
    turn = (turn + 1) % ids.length;
    return client.ask(supervisor, 'GET', `/api/cases/${ids[turn]}`);
  };
  const creates = await measured(CONNECTIONS, seconds, create);
  const pages = await measured(READERS, seconds / 2, page);
  const lists = await measured(READERS, seconds / 2, () => client.ask(supervisor, 'GET', '/api/cases?worklist=open'));
  const afterLoad = served.memory();
  client.close();
  return [
    {
      part: 'doors',
      what: `POST /api/cases, ${CONNECTIONS} connections`,
      value: creates.perSecond,
      unit: '/s',
      ...(floor === undefined ? {} : { floor }),
      note: `${creates.spread()}; 20 connections to the database`,
    },
    {
      part: 'doors',
      what: 'GET case page, p95',
      value: pages.percentile(0.95),
      unit: 'ms',
      note: `${Math.round(pages.perSecond)}/s, ${pages.spread()}`,
    },
    {
      part: 'doors',
      what: 'GET list of open, p95',
      value: lists.percentile(0.95),
      unit: 'ms',
      note: `${Math.round(lists.perSecond)}/s, ${lists.spread()}`,
    },
    { part: 'memory', what: 'serve, at rest', value: atRest, unit: 'MB' },
    { part: 'memory', what: 'serve, after the load', value: afterLoad, unit: 'MB' },
  ];
}

function clientOf(address: string) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });

  function send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<http.IncomingMessage> {
    return new Promise((resolve, reject) => {
      const json = body === undefined ? {} : { 'content-type': 'application/json' };
      const request = http.request(`${address}${path}`, {
        agent,
        method,
        headers: { 'x-huying': '1', ...json, ...headers },
      });
      request.on('error', reject).on('response', (response) => {
        let told = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          told += chunk;
        });
        response.on('error', reject).on('end', () => {
          if ((response.statusCode ?? 500) < 300) resolve(response);
          else reject(new Error(`${method} ${path} answered ${response.statusCode}: ${told.slice(0, 300)}`));
        });
      });
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  return {
    async signIn(name: string, password: string): Promise<string> {
      const response = await send('POST', '/api/sessions', {}, { name, password, district: tenant });
      return (response.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ');
    },
    ask: (cookie: string, method: 'GET' | 'POST', path: string, body?: unknown) =>
      send(method, path, { cookie, ...(method === 'POST' ? { 'idempotency-key': v7() } : {}) }, body),
    close: () => agent.destroy(),
  };
}

async function sampleOf({ services }: DataSet['program']): Promise<string[]> {
  const { rows } = await services.db.pool.query<{ id: string }>(
    `select id::text from case_record where tenant = $1 order by hashtext(id::text) limit ${SAMPLE}`,
    [tenant],
  );
  return rows.map(({ id }) => id);
}
