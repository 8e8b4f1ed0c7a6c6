import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { defineOperation } from '../ledger/index.ts';
import { requireStaff } from './editor.ts';
import { type Declared, declared } from './registry-declared.ts';
import { closedObject, code, history, instant, reading, registryName } from './registry-schema.ts';
import type { RegistryViews } from './registry-views.ts';
import { readHistory } from './store.ts';

/** One record as it held at an instant (now, unless told), with everything it ever said. */
export const readRecord = (registries: Declared, views: RegistryViews) =>
  defineOperation({
    name: 'registry.readRecord',
    summary: { zh: '查看台账条目', en: 'Read a record and its history' },
    input: Type.Object({ registry: registryName, code, at: Type.Optional(instant) }, closedObject),
    output: Type.Object({ record: reading, inEffect: Type.Boolean(), history: Type.Array(history) }),
    async run(ctx, input) {
      await requireStaff(ctx);
      const registry = declared(registries, input.registry).id;
      const view = await views.current(ctx.tx, ctx.tenant, ctx.now);
      const at = input.at ?? ctx.now;
      const held = view.get(registry, input.code, at);
      const record = held ?? view.last(registry, input.code, at);
      if (!record) throw new HuyingError('registry.recordUnknown', { registry, code: input.code });
      return { record, inEffect: held !== undefined, history: await readHistory(ctx.tx, ctx.tenant, record.id) };
    },
  });
