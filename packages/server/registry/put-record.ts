import type { Registry } from '@huying/kit/registry';
import Type from 'typebox';
import { defineOperation } from '../ledger/index.ts';
import { writeStamp } from '../tenant/index.ts';
import { requireEditor } from './editor.ts';
import { planPut } from './plan.ts';
import { type Declared, declared } from './registry-declared.ts';
import { closedObject, draft, instant, reason, registryName, source } from './registry-schema.ts';
import type { RegistryViews } from './registry-views.ts';
import { readFamily } from './store.ts';
import { writePlans } from './write-plans.ts';

/** Enters a record, or a version of one, from an instant on (now, unless told). Saying what holds already changes nothing. */
export const putRecord = (registries: Declared, views: RegistryViews) =>
  defineOperation({
    name: 'registry.putRecord',
    summary: { zh: '登记台账条目', en: 'Enter a record or a new version of it' },
    input: Type.Object(
      { registry: registryName, record: draft, from: Type.Optional(instant), source, reason },
      closedObject,
    ),
    output: Type.Object({
      id: Type.String(),
      version: Type.Integer(),
      outcome: Type.Union([Type.Literal('created'), Type.Literal('added'), Type.Literal('unchanged')]),
    }),
    async run(ctx, input) {
      await requireEditor(ctx);
      const registry: Registry = declared(registries, input.registry);
      await writeStamp(ctx.tx, ctx.tenant, 'registry', ctx.id());
      const { code, parent } = input.record;
      const family = await readFamily(ctx.tx, ctx.tenant, registry.id, code.trim(), parent?.trim() ?? null);
      const records = new Map(family.map((record) => [record.code, record]));
      const plan = planPut(registry, input.record, records, input.from ?? ctx.now, () => ctx.id());
      await writePlans(ctx, views, [plan], input);
      return { id: plan.record.id, version: plan.version.version, outcome: plan.outcome };
    },
  });
