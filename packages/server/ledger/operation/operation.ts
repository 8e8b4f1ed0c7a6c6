import { createHash } from 'node:crypto';
import { HuyingError, type Words } from '@huying/kit/error';
import type { Static, TSchema } from 'typebox';
import { canonicalBytes } from '../chain/canonical.ts';
import { type Capacity, type Ctx, inTenant, type Services } from './ctx.ts';
import { checkInput } from './input-check.ts';
import { claimKey, keepAnswer, keptAnswer } from './store.ts';

/** One thing the product can do. HTTP, jobs, the command line and tests all call it through runOperation. */
export interface Operation<I, O> {
  /** `case.file`: folder and act. */
  readonly name: string;
  readonly input: TSchema;
  readonly output: TSchema;
  readonly summary: Words;
  /** Everything it changes is in ctx.tx. What it answers must survive JSON: a repeated request gets the kept answer. */
  run(ctx: Ctx, input: I): Promise<O>;
}

/** Declares an operation; the types of input and answer follow from the schemas. */
export function defineOperation<I extends TSchema, O extends TSchema>(operation: {
  readonly name: string;
  readonly input: I;
  readonly output: O;
  readonly summary: Words;
  run(ctx: Ctx, input: Static<I>): Promise<Static<O>>;
}): Operation<Static<I>, Static<O>> {
  return operation;
}

export interface Call<I> extends Capacity {
  readonly input: I;
  /** Idempotency key. The same key with the same input is carried out once, however often and however many at a time. */
  readonly key?: string;
}

/** Visible ASCII: what a header can carry, and a log. */
const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * Checks the input and carries the operation out in one transaction of one district. With a key, a request seen before gets the
 * answer kept then, and one still under way elsewhere is waited for; a failed one leaves the key free.
 * Throws request.invalid, ledger.keyInvalid, ledger.keyReused, database.*, and whatever the operation throws.
 */
export async function runOperation<I, O>(services: Services, operation: Operation<I, O>, call: Call<I>): Promise<O> {
  const { input, key } = call;
  if (key !== undefined && !KEY.test(key)) throw new HuyingError('ledger.keyInvalid');
  checkInput(operation.input, input);
  if (key === undefined) return inTenant(services, call, (ctx) => operation.run(ctx, input));
  const fingerprint = fingerprintOf(operation.name, call);
  return inTenant(services, call, (ctx) => once(ctx, operation, input, key, fingerprint));
}

async function once<I, O>(
  ctx: Ctx,
  operation: Operation<I, O>,
  input: I,
  key: string,
  fingerprint: Buffer,
): Promise<O> {
  const claim = { tenant: ctx.tenant, key, operation: operation.name, fingerprint };
  if (!(await claimKey(ctx.tx, claim, ctx.now))) {
    const kept = await keptAnswer(ctx.tx, ctx.tenant, key);
    // Gone between our claim and our look: it was swept, and the request is years late or the key is not the sender's.
    if (kept === undefined || kept.operation !== operation.name || !kept.fingerprint.equals(fingerprint)) {
      throw new HuyingError('ledger.keyReused', { key });
    }
    return answerOf<O>(kept.answer);
  }
  const answer = await operation.run(ctx, input);
  await keepAnswer(ctx.tx, ctx.tenant, key, JSON.stringify({ answer }));
  return answer;
}

function answerOf<O>(kept: string | null): O {
  return (JSON.parse(kept ?? '{}') as { answer: O }).answer;
}

/** Another's key is not a way to another's answer: who asks is part of what was asked. */
function fingerprintOf<I>(name: string, call: Call<I>): Buffer {
  const asked = { operation: name, actor: call.actor.account ?? call.actor.kind, input: call.input ?? null };
  return createHash('sha256').update(canonicalBytes(asked)).digest();
}
