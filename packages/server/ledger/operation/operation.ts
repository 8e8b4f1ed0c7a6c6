import { createHash } from 'node:crypto';
import { HuyingError, type Words } from '@huying/kit/error';
import type { Static, TSchema } from 'typebox';
import { canonicalBytes } from '../chain/canonical.ts';
import { type Capacity, type Ctx, inTenant, type Services } from './ctx.ts';
import { checkInput } from './input-check.ts';
import { enter } from './intake.ts';
import { type Claim, type KeptAnswer, keepAnswer, keptAnswer, keyTaken } from './store.ts';

/** One thing the product can do. HTTP, jobs, the command line and tests all call it through runOperation. */
export interface Operation<I, O> {
  /** `case.file`: folder and act. */
  readonly name: string;
  readonly input: TSchema;
  readonly output: TSchema;
  readonly summary: Words;
  /**
   * Operations that declare it share a transaction with others under way, one commit for all. Names what two of them must not both
   * touch in one transaction (the case acted on); with nothing in common but the district, nothing. Null where that cannot be told
   * from the input: it then has a transaction of its own.
   */
  touches?(input: I): readonly string[] | null;
  /** Everything it changes is in ctx.tx. What it answers must survive JSON: a repeated request gets the kept answer. */
  run(ctx: Ctx, input: I): Promise<O>;
}

/** Declares an operation; the types of input and answer follow from the schemas. */
export function defineOperation<I extends TSchema, O extends TSchema>(operation: {
  readonly name: string;
  readonly input: I;
  readonly output: O;
  readonly summary: Words;
  touches?(input: Static<I>): readonly string[] | null;
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
  const claim: Claim = {
    tenant: call.tenant,
    key,
    operation: operation.name,
    fingerprint: fingerprintOf(operation, call),
  };
  const work = (ctx: Ctx) => once(ctx, operation, input, claim);
  try {
    const touched = operation.touches?.(input) ?? null;
    if (touched === null) return await inTenant(services, call, work);
    // The key too: the same request twice in one transaction would not see its first answer.
    return await enter(services, call, [...touched, `key ${key}`], work);
  } catch (error) {
    // Refused, perhaps, because the same request was carried out while this one waited for it: then its answer is the answer.
    const kept = await inTenant(services, call, ({ tx }) => tx.gather(keptAnswer, claim));
    if (kept === undefined || !isFor(claim, kept)) throw keyTaken(error) ? keyReused(key) : error;
    return answerOf<O>(kept);
  }
}

async function once<I, O>(ctx: Ctx, operation: Operation<I, O>, input: I, claim: Claim): Promise<O> {
  const kept = await ctx.tx.gather(keptAnswer, claim);
  if (kept !== undefined) {
    if (!isFor(claim, kept)) throw keyReused(claim.key);
    return answerOf<O>(kept);
  }
  const answer = await operation.run(ctx, input);
  ctx.tx.write(keepAnswer, { ...claim, answer: JSON.stringify({ answer }), at: ctx.now });
  return answer;
}

function isFor(claim: Claim, kept: KeptAnswer): boolean {
  return kept.operation === claim.operation && kept.fingerprint.equals(claim.fingerprint);
}

function keyReused(key: string): HuyingError {
  return new HuyingError('ledger.keyReused', { key });
}

function answerOf<O>(kept: KeptAnswer): O {
  return (JSON.parse(kept.answer ?? '{}') as { answer: O }).answer;
}

/** Another's key is not a way to another's answer: who asks is part of what was asked. */
function fingerprintOf<I>({ name }: { readonly name: string }, call: Call<I>): Buffer {
  const asked = { operation: name, actor: call.actor.account ?? call.actor.kind, input: call.input ?? null };
  return createHash('sha256').update(canonicalBytes(asked)).digest();
}
