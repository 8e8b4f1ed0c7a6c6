import Type from 'typebox';
import { defineOperation } from '../ledger/index.ts';
import { requireStaff } from './editor.ts';
import { type Declared, declared } from './registry-declared.ts';
import { closedObject, code, instant, reading, registryName } from './registry-schema.ts';
import { listChildren, searchRecords } from './store.ts';

const most = 200;

/** The records in effect, page by page in the order of their codes: those below a parent (none: the top), or those whose code or name begins with `q`. */
export const listRecords = (registries: Declared) =>
  defineOperation({
    name: 'registry.listRecords',
    summary: { zh: '台账条目列表', en: 'List records' },
    input: Type.Object(
      {
        registry: registryName,
        parent: Type.Optional(code),
        q: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
        at: Type.Optional(instant),
        after: Type.Optional(code),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: most })),
      },
      closedObject,
    ),
    output: Type.Object({ items: Type.Array(reading), next: Type.Optional(code) }),
    async run(ctx, input) {
      await requireStaff(ctx);
      const { limit = 50 } = input;
      const listing = {
        registry: declared(registries, input.registry).id,
        at: input.at ?? ctx.now,
        after: input.after ?? '',
        limit: limit + 1,
      };
      const found =
        input.q === undefined
          ? await listChildren(ctx.tx, ctx.tenant, input.parent ?? null, listing)
          : await searchRecords(ctx.tx, ctx.tenant, input.q, listing);
      const items = found.slice(0, limit);
      const last = items[items.length - 1];
      return found.length > limit && last ? { items, next: last.code } : { items };
    },
  });
