import { Type } from 'typebox';
import { defineOperation } from '../../ledger/index.ts';
import { closed, daySchema, uuidSchema } from './promise-draft.ts';
import type { PromiseServices } from './promise-services.ts';
import { promiseViewSchema } from './promise-view.ts';
import { promiseWorldOf } from './promise-world.ts';
import { requireDay, requirePromise } from './requirement.ts';
import { viewOf } from './view.ts';

/** The page of a promise: one read for everything on it, as of today or of an earlier day. */
export function readOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.read',
    summary: { zh: '查看目标任务', en: 'Read a promise' },
    input: Type.Object({ id: uuidSchema, asOf: Type.Optional(daySchema) }, closed),
    output: promiseViewSchema,
    async run(ctx, { id, asOf }) {
      const promise = await requirePromise(ctx, services, id);
      const world = await promiseWorldOf(ctx, services);
      if (asOf !== undefined) requireDay(asOf);
      return viewOf(ctx, services, world, promise, asOf ?? world.today);
    },
  });
}
