import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readJson } from '../../signature/json-text.ts';
import { signatureFault, signatureHeadersIn, signMessage } from '../../signature/signature.ts';
import type { CityMessage } from '../message.ts';
import type { CityNotice, CityTicket } from '../ticket.ts';
import { receivedPage } from './received-page.ts';

export interface CityOptions {
  /** Base address of the district's doors. */
  readonly doors: string;
  /** As `issuePartnerKey` gave them; the secret as raw bytes. */
  readonly key: string;
  readonly secret: Buffer;
  /** Epoch milliseconds. */
  now(): number;
  /** What the city says to an application for an extension; default `leave`: nothing. */
  readonly decides?: 'grant' | 'refuse' | 'leave';
}

/** How the city fails: answers 500, refuses for good, never answers, or keeps the message and cuts the line before answering. */
export type CityFailure = 'error' | 'refuse' | 'silent' | 'lost';

/** A message the city keeps, and how often it came. */
export interface Received extends CityMessage {
  readonly times: number;
}

/** What the district's door answered; `status` 0 where the line was cut. */
export interface DoorAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The city's platform, played: it sends tickets and notices, and keeps what the district reports, each message once. */
export interface City {
  /** Listens on a port of this machine, 0 for any; answers its address, which is what `exchange.cityUrl` wants. */
  start(port: number): Promise<string>;
  close(): Promise<void>;
  sendTickets(tickets: CityTicket | readonly CityTicket[], id?: string): Promise<DoorAnswer>;
  sendNotice(notice: CityNotice, id: string): Promise<DoorAnswer>;
  /** The next so many messages fail. */
  fail(times: number, how: CityFailure): void;
  /** What was accepted, in the order it came. */
  received(): readonly Received[];
  /** How many requests came in all, failed ones too. */
  attempts(): number;
  /** Waits for what the city says by itself: decisions on extensions. */
  settled(): Promise<void>;
}

const LARGEST = 1_048_576;

export function simulateCity(options: CityOptions): City {
  const kept = new Map<string, Received>();
  const failures: CityFailure[] = [];
  const decisions: Promise<unknown>[] = [];
  let attempts = 0;
  let server: Server | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') return list(request, response);
    if (request.method !== 'POST' || request.url !== '/messages') return reply(response, 404, { error: 'not here' });
    attempts += 1;
    const how = failures.shift();
    const body = await bodyOf(request);
    if (how === 'silent') return;
    if (how === 'error') return reply(response, 500, { error: 'out of order' });
    if (how === 'refuse') return reply(response, 422, { error: 'refused' });
    const headers = signatureHeadersIn(request.headers);
    if (headers === undefined || signatureFault([options.secret], headers, options.now(), body) !== undefined) {
      return reply(response, 401, { error: 'signature' });
    }
    const message = readJson(body)?.value as CityMessage | undefined;
    if (message === undefined) return reply(response, 400, { error: 'json' });
    const before = kept.get(headers['webhook-id']);
    kept.set(headers['webhook-id'], { ...message, times: (before?.times ?? 0) + 1 });
    if (before === undefined) decide(message);
    if (how === 'lost') return void request.socket.destroy();
    reply(response, 200, { accepted: true, repeated: before !== undefined });
  }

  function decide(message: CityMessage): void {
    const { decides = 'leave' } = options;
    if (message.message !== 'extension' || decides === 'leave') return;
    const due = message.said.due;
    const notice: CityNotice = {
      number: message.number,
      kind: decides === 'grant' ? 'extension-granted' : 'extension-refused',
      at: new Date(options.now()).toISOString(),
      ...(decides === 'grant' && typeof due === 'string' ? { due } : {}),
    };
    decisions.push(send('notices', notice, `decision-${message.key}`));
  }

  function list(request: IncomingMessage, response: ServerResponse): void {
    const messages = [...kept.values()];
    if (request.url === '/messages') {
      reply(response, 200, { messages });
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(receivedPage(messages));
  }

  async function send(door: 'tickets' | 'notices', content: unknown, id: string): Promise<DoorAnswer> {
    const body = JSON.stringify(content);
    try {
      const response = await fetch(`${options.doors}/exchange/city/${door}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${options.key}`,
          ...signMessage([options.secret], id, options.now(), body),
        },
        body,
      });
      return { status: response.status, body: await response.json() };
    } catch {
      return { status: 0, body: null };
    }
  }

  let sent = 0;
  return {
    start: (port) =>
      new Promise((resolve, reject) => {
        const opened = createServer((request, response) => {
          answer(request, response).catch(() => request.socket.destroy());
        });
        server = opened;
        opened.once('error', reject);
        opened.listen(port, '127.0.0.1', () => {
          const { port: at } = opened.address() as AddressInfo;
          resolve(`http://127.0.0.1:${at}`);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        if (server === undefined) return resolve();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    sendTickets: (tickets, id) => send('tickets', tickets, id ?? `tickets-${options.now()}-${++sent}`),
    sendNotice: (notice, id) => send('notices', notice, id),
    fail: (times, how) => {
      for (let index = 0; index < times; index++) failures.push(how);
    },
    received: () => [...kept.values()],
    attempts: () => attempts,
    settled: async () => {
      await Promise.all(decisions);
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST) throw new Error('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
