import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { admits } from '../access/index.ts';
import { defineOperation } from '../ledger/index.ts';
import type { RecordReading } from '../registry/index.ts';
import type { CaseServices } from './case-services.ts';
import { findCase } from './store.ts';
import { isAnswering, workersOf } from './workers.ts';
import { worldOf } from './world.ts';

const words = Type.Object({ zh: Type.String(), en: Type.String() });
const MOST = 200;

/**
 * The choices of a question: units, the workers of a case's handling unit, or the records of a registry. `under` asks for
 * those below a code (or of a matter, for filing conditions), `q` for those that a word finds.
 */
export function choicesOperation(services: CaseServices) {
  return defineOperation({
    name: 'case.choices',
    summary: { zh: '可选项', en: 'Choices of a question' },
    input: Type.Object(
      {
        source: Type.String({ minLength: 1, maxLength: 40 }),
        case: Type.Optional(Type.String({ format: 'uuid' })),
        under: Type.Optional(Type.String({ maxLength: 80 })),
        q: Type.Optional(Type.String({ maxLength: 60 })),
      },
      { additionalProperties: false },
    ),
    output: Type.Object({
      items: Type.Array(
        Type.Object({
          code: Type.String(),
          label: words,
          parent: Type.Union([Type.String(), Type.Null()]),
          hint: Type.Union([words, Type.Null()]),
          leaf: Type.Boolean(),
        }),
      ),
    }),
    async run(ctx, { source, case: id, under, q }) {
      const world = await worldOf(ctx, services);
      if (world.post === undefined) throw new HuyingError('access.denied');
      const { org, registry, context } = world;
      const sought = q?.trim().toLowerCase() ?? '';
      if (source === 'units') {
        const units = org.units.filter(
          (unit) =>
            isAnswering(unit, ctx.now) &&
            (sought === '' || `${unit.name.zh} ${unit.name.en} ${unit.code}`.toLowerCase().includes(sought)),
        );
        // Those that are dispatched to most come first: departments and streets before what lies below them.
        const rank = (kind: string) => ['department', 'street', 'company', 'centre', 'community'].indexOf(kind);
        const first = [...units].sort((a, b) => rank(a.kind) - rank(b.kind) || a.path.length - b.path.length);
        return {
          items: first.slice(0, MOST).map((unit) => ({
            code: unit.id,
            label: unit.name,
            parent: unit.parent,
            hint: unit.parent === null ? null : (org.unit(unit.parent)?.name ?? null),
            leaf: true,
          })),
        };
      }
      if (source === 'workers') {
        const record = id === undefined ? undefined : await findCase(ctx.tx, ctx.tenant, id);
        if (id !== undefined && (record === undefined || !admits(world.reach, record))) {
          throw new HuyingError('case.unknown');
        }
        const posts = workersOf(org, record?.unit ?? world.post.unit, ctx.now);
        return {
          items: posts
            .map(({ account, post }) => {
              const name = org.nameOf(account) ?? '';
              return {
                code: post.id,
                label: { zh: name, en: name },
                parent: null,
                hint: services.product.words[`roles/${post.role}`] ?? null,
                leaf: true,
              };
            })
            .filter(({ label }) => label.zh.toLowerCase().includes(sought))
            .slice(0, MOST),
        };
      }
      if (!services.product.registries.some((declared) => declared.id === source)) {
        throw new HuyingError('case.unknownSource', { source });
      }
      const found = recordsOf();
      return {
        items: found.slice(0, MOST).map((record) => ({
          code: record.code,
          label: record.name,
          parent: record.parent,
          hint: hintOf(record),
          leaf: registry.children(source, record.code, ctx.now).length === 0,
        })),
      };

      function recordsOf(): readonly RecordReading[] {
        if (source === 'condition' && under !== undefined) {
          return registry.all(source, context.now).filter((record) => record.data.matter === under);
        }
        if (sought !== '') return registry.search(source, sought, context.now, MOST);
        return registry.children(source, under ?? null, context.now);
      }
    },
  });
}

/** What a filing condition is chosen by: its limit and what closing it requires. */
function hintOf({ registry, data }: RecordReading) {
  if (registry !== 'condition') return null;
  const said = `${String(data.limit ?? '')} · ${String(data.closing ?? '')}`;
  return { zh: said, en: said };
}
