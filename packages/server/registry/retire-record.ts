import { HuyingError } from '@huying/kit/error';
import { endVersions, versionAt } from '@huying/kit/registry';
import Type from 'typebox';
import { defineOperation } from '../ledger/index.ts';
import { writeStamp } from '../tenant/index.ts';
import { requireEditor } from './editor.ts';
import { type Declared, declared } from './registry-declared.ts';
import { closedObject, code, instant, reason, registryName, source } from './registry-schema.ts';
import type { RegistryViews } from './registry-views.ts';
import { readFamily } from './store.ts';
import { writeRetirement } from './write-plans.ts';

/** Takes a record out of use from an instant on (now, unless told). It is never deleted: what was made under it keeps pointing to it. */
export const retireRecord = (registries: Declared, views: RegistryViews) =>
  defineOperation({
    name: 'registry.retireRecord',
    summary: { zh: '停用台账条目', en: 'Take a record out of use' },
    input: Type.Object({ registry: registryName, code, from: Type.Optional(instant), source, reason }, closedObject),
    output: Type.Object({ id: Type.String(), from: instant }),
    async run(ctx, input) {
      await requireEditor(ctx);
      const registry = declared(registries, input.registry).id;
      await writeStamp(ctx.tx, ctx.tenant, 'registry', ctx.id());
      const from = input.from ?? ctx.now;
      const family = await readFamily(ctx.tx, ctx.tenant, registry, input.code, null);
      const record = family.find((one) => one.code === input.code);
      if (!record) throw new HuyingError('registry.recordUnknown', { registry, code: input.code });
      const below = family.filter((one) => one !== record && !isOver(one.versions, from));
      if (below.length > 0) throw new HuyingError('registry.hasChildren', { code: input.code, count: below.length });
      if (!versionAt(record.versions, from)) throw new HuyingError('registry.retired', { registry, code: input.code });
      const ends = endVersions(record.versions, from);
      const ended = record.versions.flatMap((version, at) => {
        const validTo = ends.get(at);
        return validTo === undefined ? [] : [{ ...version, validTo }];
      });
      await writeRetirement(ctx, views, record, ended, from, input);
      return { id: record.id, from };
    },
  });

/** Whether nothing of a record holds at an instant or after it. */
function isOver(versions: Parameters<typeof endVersions>[0], from: number): boolean {
  return versions.every(
    (version) => version.validTo !== null && (version.validTo <= from || version.validTo === version.effectiveFrom),
  );
}
