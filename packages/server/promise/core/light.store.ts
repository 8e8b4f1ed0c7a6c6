import type { PastLight } from '@huying/kit/promise';
import type { Tx } from '../../db/index.ts';
import type { PromiseRecord } from './promise-record.ts';

/** Lights fixed of promises, each promise's in order of days. */
export async function lightPastOf(
  tx: Tx,
  tenant: string,
  promises: readonly string[],
): Promise<ReadonlyMap<string, PastLight[]>> {
  const rows = await tx.rows<PastLight & { readonly promise: string }>(
    `select promise, as_of as "asOf", light, rate, expected from light_history
     where tenant = $1 and promise = any($2::uuid[]) order by promise, as_of`,
    [tenant, promises],
  );
  return Map.groupBy(rows, ({ promise }) => promise);
}

/**
 * Writes what was computed of many promises in one statement. Nothing that somebody decided is touched, and no version moves; only what had
 * not started has, where a value tells so.
 */
export async function updateFigures(tx: Tx, tenant: string, promises: readonly PromiseRecord[]): Promise<void> {
  if (promises.length === 0) return;
  const column = <T>(read: (promise: PromiseRecord) => T) => promises.map(read);
  await tx.run(
    `update promise p set evidence = f.evidence, schedule = f.schedule, light = f.light, light_rule = f.light_rule, light_inputs = f.light_inputs,
       official = case p.official when 'not-started' then f.official else p.official end, light_at = $2, rate = f.rate, expected = f.expected, sparkline = f.sparkline, path = f.path, disagreements = string_to_array(f.disagreements, ',')
     from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb[], $9::float8[], $10::float8[], $11::jsonb[], $12::jsonb[],
       $13::text[], $14::text[])
       as f (id, evidence, schedule, light, light_rule, light_inputs, rate, expected, sparkline, path, disagreements, official)
     where p.tenant = $1 and p.id = f.id`,
    [
      tenant,
      new Date(promises[0]?.lightAt ?? 0),
      column(({ id }) => id),
      column(({ evidence }) => evidence),
      column(({ schedule }) => schedule),
      column(({ light }) => light),
      column(({ lightRule }) => lightRule),
      column(({ lightInputs }) => (lightInputs === null ? null : JSON.stringify(lightInputs))),
      column(({ rate }) => rate),
      column(({ expected }) => expected),
      column(({ sparkline }) => JSON.stringify(sparkline)),
      column(({ path }) => JSON.stringify(path)),
      column(({ disagreements }) => disagreements.join(',')),
      column(({ official }) => official),
    ],
  );
}

export interface FixedLight {
  readonly promise: string;
  readonly light: string | null;
  readonly ruleSet: string;
  readonly rule: string | null;
  readonly rate: number | null;
  readonly expected: number | null;
  readonly inputs: unknown;
}

/** Fixes the lights of a day. One fixed before stays as it was: what a bulletin printed does not change. Answers how many were new. */
export async function fixLights(tx: Tx, tenant: string, asOf: string, rows: readonly FixedLight[]): Promise<number> {
  if (rows.length === 0) return 0;
  const column = <T>(read: (row: FixedLight) => T) => rows.map(read);
  return tx.run(
    `insert into light_history (tenant, promise, as_of, light, rule_set, rule, rate, expected, inputs)
     select $1, h.promise, $2::date, h.light, h.rule_set, h.rule, h.rate, h.expected, h.inputs
     from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::float8[], $8::float8[], $9::jsonb[])
       as h (promise, light, rule_set, rule, rate, expected, inputs)
     on conflict (tenant, promise, as_of) do nothing`,
    [
      tenant,
      asOf,
      column(({ promise }) => promise),
      column(({ light }) => light),
      column(({ ruleSet }) => ruleSet),
      column(({ rule }) => rule),
      column(({ rate }) => rate),
      column(({ expected }) => expected),
      column(({ inputs }) => JSON.stringify(inputs)),
    ],
  );
}
