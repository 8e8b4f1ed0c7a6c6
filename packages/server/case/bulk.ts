import type { CaseRecord, Value, Values } from '@huying/kit/case';
import { firstTimers } from '../clock/index.ts';
import { type Actor, beginChains, type Ctx, type Visibility } from '../ledger/index.ts';
import { type CaseServices, personalFields } from './case-services.ts';
import { tellerOf, tellPast } from './fact-sink.ts';
import { type Typed, writeCase } from './keep.ts';
import { timersOf } from './tasks.ts';
import type { World } from './world.ts';

/** A step of the past: what the ledger would have kept had it happened here. */
export interface PastStep {
  readonly what: string;
  readonly at: number;
  readonly actor: Actor;
  readonly visibility: Visibility;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A case with its past, its personal fields still plain. */
export interface PastCase {
  readonly record: CaseRecord;
  readonly steps: readonly PastStep[];
  readonly external: { readonly source: string; readonly number: string } | null;
}

/**
 * Writes cases that have a past already: the demo district's, or another system's. Nothing is fired and nothing leaves;
 * rungs that are past count as fired, later ones wait for their time. A handful of statements for any number of cases.
 */
export async function writePastCases(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  typed: Typed,
  cases: readonly PastCase[],
): Promise<void> {
  if (cases.length === 0) return;
  const { type } = typed;
  const { tx, tenant } = ctx;
  const sealed = await sealMany(ctx, services, typed, cases);
  const teller = await tellerOf(ctx, services, type.id, null);
  for (const [index, { record, steps, external }] of sealed.entries()) {
    const { id: subject } = record;
    writeCase(ctx, services, world, type, { before: null, record, external, plain: cases[index]?.record.data ?? {} });
    for (const timer of timersOf(type, record, world.calendar)) {
      tx.write(firstTimers, { ...timer, tenant, subject, kind: 'case', fired: timer.at <= ctx.now });
    }
    tellPast(ctx, teller, world, type, { record, steps });
  }
  await beginChains(
    ctx,
    sealed.flatMap(({ record, steps }) =>
      steps.map(({ what, at, actor, visibility, body }) => ({
        subject: record.id,
        kind: 'case',
        what,
        visibility,
        at,
        actor,
        body,
      })),
    ),
  );
}

/** Seals the personal fields of many new cases with one statement, in the record and in the step that opened it. */
async function sealMany(
  ctx: Ctx,
  services: CaseServices,
  { type }: Typed,
  cases: readonly PastCase[],
): Promise<readonly PastCase[]> {
  const personal = personalFields(type);
  const items = cases.flatMap(({ record }) =>
    personal.flatMap((name) => {
      const value = record.data[name];
      return typeof value === 'string' ? [{ subject: record.id, name, plaintext: value }] : [];
    }),
  );
  const sealed = await services.keyring.encryptMany(ctx, items, 'new');
  const byCase = new Map<string, Record<string, Value>>();
  items.forEach(({ subject, name }, index) => {
    const values = byCase.get(subject) ?? {};
    values[name] = { sealed: (sealed[index] as Buffer).toString('base64') };
    byCase.set(subject, values);
  });
  return cases.map(({ record, steps, external }) => {
    const hidden: Values = byCase.get(record.id) ?? {};
    return {
      record: { ...record, data: { ...record.data, ...hidden } },
      external,
      steps: steps.map((step) =>
        step.what === 'open'
          ? { ...step, body: { ...step.body, asked: { ...(step.body.asked as Values), ...hidden } } }
          : step,
      ),
    };
  });
}
