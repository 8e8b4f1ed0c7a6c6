import { defineParameter } from '@huying/kit/app';
import { text } from '@huying/kit/field';
import { defineRegistry } from '@huying/kit/registry';
import { v7 } from 'uuid';
import { type Db, silentLog } from '../../db/index.ts';
import { parameterCatalogue, setParameterOperation } from '../../parameter/index.ts';
import { registryOperations, registryViews } from '../../registry/index.ts';
import type { ImportServices } from './district-setup.ts';
import type { CaseSink, ImportedCase } from './imported-case.ts';

const area = defineRegistry({
  id: 'area',
  name: '区划与网格',
  fields: { polygon: text('边界', { max: 2_000_000 }) },
  tree: {
    levels: [
      { id: 'street', name: '街道', code: '[A-Za-z0-9-]{4,24}' },
      { id: 'community', name: '社区' },
      { id: 'cell', name: '网格' },
    ],
    codesNest: true,
  },
});
const topic = defineRegistry({
  id: 'topic',
  name: '分类',
  fields: {},
  tree: {
    levels: [
      { id: 'class', name: '大类' },
      { id: 'item', name: '小类' },
    ],
  },
});

export const toyCatalogue = parameterCatalogue([
  defineParameter({
    name: 'base.calendar',
    label: '工作日历',
    kind: 'json',
    default: { zone: 'UTC', years: [] },
    editableBy: 'duty-editor',
  }),
  // By the name it has in the product: mappings of real districts set it.
  defineParameter({
    name: 'hotline.rankingWeights',
    label: '权重',
    kind: 'json',
    default: {},
    editableBy: 'supervisor',
  }),
]);

/** The services of an import over the toy registries, for tests. */
export function toyServices(db: Db, now: () => number): ImportServices {
  const registries = registryViews();
  return {
    db,
    now,
    id: () => v7(),
    log: silentLog,
    registries,
    importRecords: registryOperations([area, topic], registries).importRecords,
    setParameter: setParameterOperation(toyCatalogue),
    classification: 'topic',
  };
}

/** Keeps the cases in memory; `broken` makes it fail as a database would. */
export function toySink() {
  const cases = new Map<string, ImportedCase>();
  const sink: CaseSink & { readonly cases: typeof cases; broken: boolean } = {
    cases,
    broken: false,
    known: async (_ctx, source, numbers) => new Set(numbers.filter((number) => cases.has(`${source} ${number}`))),
    write: async (_ctx, added) => {
      if (sink.broken) throw new Error('on purpose');
      for (const one of added) cases.set(`${one.source} ${one.request.number}`, one);
    },
  };
  return sink;
}
