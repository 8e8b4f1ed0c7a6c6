import type { Outcome } from '../../ledger/index.ts';
import { readJson } from './json-text.ts';
import { signMessage } from './signature.ts';

const LONGEST_ANSWER = 64 * 1024;
/** What the receiver will refuse however often it is asked. A wrong address or key (401, 403, 404) is a setting that somebody puts right. */
const FINAL: readonly number[] = [400, 409, 413, 422];

export interface SignedPost {
  readonly url: string;
  /** Idempotency key; the receiver drops what it has seen. */
  readonly key: string;
  readonly body: unknown;
  readonly secrets: readonly Buffer[];
  /** Epoch milliseconds. */
  readonly now: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds to wait for the whole answer. */
  readonly timeout: number;
}

/** What became of a post, and what was answered (JSON, or null). */
export interface Posted {
  readonly outcome: Outcome;
  readonly answer: unknown;
}

/** Posts signed JSON once. Never throws: a lost answer is an outcome like any other, and the same key is sent again later. */
export async function signedPost(post: SignedPost): Promise<Posted> {
  const body = JSON.stringify(post.body);
  try {
    const response = await fetch(post.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'idempotency-key': post.key,
        ...post.headers,
        ...signMessage(post.secrets, post.key, post.now, body),
      },
      body,
      // A message with somebody's words in it does not follow wherever it is pointed.
      redirect: 'error',
      signal: AbortSignal.timeout(post.timeout),
    });
    const answer = await answerIn(response);
    if (response.ok) return { outcome: { sent: true }, answer };
    const error = `HTTP ${response.status}`;
    return { outcome: { sent: false, error, final: FINAL.includes(response.status) }, answer };
  } catch (error) {
    return { outcome: { sent: false, error: reasonOf(error, post.timeout) }, answer: null };
  }
}

/** The JSON of an answer; null where it is none or larger than anyone needs. */
async function answerIn(response: Response): Promise<unknown> {
  if (response.body === null) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LONGEST_ANSWER) return null;
    chunks.push(chunk);
  }
  return readJson(Buffer.concat(chunks))?.value ?? null;
}

/** Why there was no answer, without the address: it may hold a password. */
function reasonOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return 'no connection';
  if (error.name === 'TimeoutError') return `no answer within ${timeout} ms`;
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? `no connection (${String(cause.code)})` : 'no connection';
}
