import { type HuyingError, isHuyingError, type Problem, problemOf } from '@huying/kit/error';
import { versionAt } from '@huying/kit/registry';
import Type, { type Static } from 'typebox';
import { defineOperation } from '../ledger/index.ts';
import { writeStamp } from '../tenant/index.ts';
import { requireEditor } from './editor.ts';
import { planPut, type RecordPlan } from './plan.ts';
import type { RecordDraft } from './record.ts';
import { type Declared, declared } from './registry-declared.ts';
import { closedObject, code, draft, instant, reason, registryName, source } from './registry-schema.ts';
import type { RegistryViews } from './registry-views.ts';
import { readRecords } from './store.ts';
import { writePlans } from './write-plans.ts';

const most = 50_000;

const Outcome = Type.Object({
  created: Type.Integer(),
  added: Type.Integer(),
  unchanged: Type.Integer(),
  /** Rows refused, counted from 1, with everything wrong. */
  errors: Type.Array(
    Type.Object({ row: Type.Integer(), code, path: Type.String(), zh: Type.String(), en: Type.String() }),
  ),
  /** Codes in effect that the import does not name; they stay in effect. */
  missing: Type.Array(code),
});

/** What an import of records did. */
export type ImportOutcome = Static<typeof Outcome>;

/**
 * Enters many records of one registry from an instant on (now, unless told). Rows stand in any order; a wrong row is refused and the others entered; run again
 * it changes nothing. Records that the import does not name are told and never taken out of use: old cases point to them.
 */
export const importRecords = (registries: Declared, views: RegistryViews) =>
  defineOperation({
    name: 'registry.importRecords',
    summary: { zh: '导入台账条目', en: 'Import records' },
    input: Type.Object(
      {
        registry: registryName,
        records: Type.Array(draft, { maxItems: most }),
        from: Type.Optional(instant),
        source,
        reason,
      },
      closedObject,
    ),
    output: Outcome,
    async run(ctx, input) {
      await requireEditor(ctx);
      const registry = declared(registries, input.registry);
      await writeStamp(ctx.tx, ctx.tenant, 'registry', ctx.id());
      const existing = await readRecords(ctx.tx, ctx.tenant, registry.id);
      const records = new Map(existing.map((record) => [record.code, record]));
      const from = input.from ?? ctx.now;
      const plans: RecordPlan[] = [];
      const { rows, twice } = parentsFirst(input.records);
      const errors: ImportOutcome['errors'] = twice;
      for (const { row, record } of rows) {
        try {
          const plan = planPut(registry, record, records, from, () => ctx.id());
          plans.push(plan);
          records.set(plan.record.code, plan.record);
          if (plan.movedFrom !== null) movePaths(records, plan.movedFrom, plan.record.path);
        } catch (error) {
          if (!isHuyingError(error)) throw error;
          errors.push(...problemsOf(error).map((problem) => ({ row, code: record.code, ...problem })));
        }
      }
      await writePlans(ctx, views, plans, { source: input.source, reason: input.reason });
      const named = new Set(input.records.map((record) => record.code.trim()));
      const missing = existing.filter((record) => !named.has(record.code) && versionAt(record.versions, from));
      return {
        ...count(plans),
        errors: errors.sort((a, b) => a.row - b.row),
        missing: missing.map((record) => record.code),
      };
    },
  });

/** Rows so that a parent named in the same import comes before its children; of a code that comes twice the first row counts. */
function parentsFirst(drafts: readonly RecordDraft[]) {
  const rowOf = new Map<string, number>();
  const twice: ImportOutcome['errors'] = [];
  drafts.forEach(({ code }, at) => {
    const first = rowOf.get(code.trim());
    if (first === undefined) rowOf.set(code.trim(), at);
    else {
      const [zh, en] = [`代码与第 ${first + 1} 行相同`, `the code is that of row ${first + 1}`];
      twice.push({ row: at + 1, code, path: '/code', zh, en });
    }
  });
  const rows: { readonly row: number; readonly record: RecordDraft }[] = [];
  const visited = new Set<number>();
  for (const start of rowOf.values()) {
    const line: number[] = [];
    for (let at: number | undefined = start; at !== undefined && !visited.has(at); ) {
      visited.add(at);
      line.push(at);
      const parent: string | undefined = drafts[at]?.parent?.trim();
      at = parent === undefined ? undefined : rowOf.get(parent);
    }
    for (const at of line.reverse()) rows.push({ row: at + 1, record: drafts[at] as RecordDraft });
  }
  return { rows, twice };
}

function movePaths(records: Map<string, RecordPlan['record']>, from: string, to: string): void {
  for (const record of [...records.values()]) {
    if (record.path.startsWith(`${from}/`)) {
      records.set(record.code, { ...record, path: `${to}${record.path.slice(from.length)}` });
    }
  }
}

function problemsOf(error: HuyingError): readonly Problem[] {
  if (error.problems.length > 0) return error.problems;
  return [{ path: '', zh: problemOf(error, 'zh').detail, en: problemOf(error, 'en').detail }];
}

function count(plans: readonly RecordPlan[]) {
  const counts = { created: 0, added: 0, unchanged: 0 };
  for (const plan of plans) counts[plan.outcome]++;
  return counts;
}
