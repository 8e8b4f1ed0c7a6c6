import type { Locale } from '@huying/kit/error';
import { Refusal, Unreachable } from './refusal.ts';

/** What the client stands on; the browser's own in the console, others in tests. */
export interface Line {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly locale: () => Locale;
  /** Called when the server says that the session has ended. */
  readonly onSignedOut: () => void;
}

export interface Sent {
  /** Idempotency key of the submit. */
  readonly key?: string;
  /** Version of the case the person was looking at. */
  readonly version?: number;
  readonly signal?: AbortSignal;
}

type Query = Readonly<Record<string, string | number | undefined>>;

export interface Client {
  read<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T>;
  /** Bytes, for what is no JSON; null where there is no content. */
  bytes(path: string, signal?: AbortSignal): Promise<Uint8Array | null>;
  write<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, sent?: Sent): Promise<T>;
  /** A file to be saved, and the name the server gives it, if any. */
  file(path: string): Promise<{ readonly name: string | undefined; readonly content: Blob }>;
  /** Sends a file as a form does. */
  sendFile<T>(path: string, file: File): Promise<T>;
}

/**
 * The way to the server's API. Throws `Refusal` for what the server refuses and `Unreachable` when no answer comes;
 * types are the caller's promise, the server has checked its own answers.
 */
export function createClient(line: Line): Client {
  async function answerTo(path: string, init: RequestInit): Promise<Response> {
    let response: Response;
    try {
      response = await line.fetch(path, { ...init, credentials: 'same-origin' });
    } catch (cause) {
      if (init.signal?.aborted) throw cause;
      throw new Unreachable(cause);
    }
    if (response.ok) return response;
    const refusal = new Refusal(response.status, await bodyOf(response));
    if (refusal.code === 'identity.sessionEnded') line.onSignedOut();
    throw refusal;
  }

  async function send<T>(path: string, init: RequestInit): Promise<T> {
    return (await bodyOf(await answerTo(path, init))) as T;
  }

  return {
    read: (path, query = {}, signal) =>
      send(path + queryText(query), {
        method: 'GET',
        headers: { accept: 'application/json', 'accept-language': line.locale() },
        ...(signal ? { signal } : {}),
      }),
    async bytes(path, signal) {
      const response = await answerTo(path, {
        method: 'GET',
        headers: { 'accept-language': line.locale() },
        ...(signal ? { signal } : {}),
      });
      return response.status === 204 ? null : new Uint8Array(await response.arrayBuffer());
    },
    write: (method, path, body, sent = {}) =>
      send(path, {
        method,
        headers: {
          accept: 'application/json',
          'accept-language': line.locale(),
          'x-huying': '1',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(sent.key === undefined ? {} : { 'idempotency-key': sent.key }),
          ...(sent.version === undefined ? {} : { 'if-match': `"${sent.version}"` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(sent.signal ? { signal: sent.signal } : {}),
      }),
    async file(path) {
      const response = await answerTo(path, { method: 'GET', headers: { 'accept-language': line.locale() } });
      const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
      return { name: name && decodeURIComponent(name), content: await response.blob() };
    },
    sendFile(path, file) {
      const form = new FormData();
      form.append('file', file, file.name);
      const headers = { accept: 'application/json', 'accept-language': line.locale(), 'x-huying': '1' };
      return send(path, { method: 'POST', headers, body: form });
    },
  };
}

export function queryText(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page of HTML: the status says enough.
    return undefined;
  }
}
