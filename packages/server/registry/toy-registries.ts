import { choice, number, text, tree } from '@huying/kit/field';
import { defineRegistry } from '@huying/kit/registry';
import type { RecordDraft } from './record.ts';

/** Registries for tests: one whose codes nest, one of any depth that points to it. */
export const areas = defineRegistry({
  id: 'area',
  name: '区域',
  fields: { polygon: text('边界', { max: 100_000 }) },
  code: '\\d+',
  tree: {
    levels: [
      { id: 'street', name: '街道', code: '\\d{3}' },
      { id: 'community', name: '社区' },
      { id: 'cell', name: '网格' },
    ],
    codesNest: true,
  },
});

export const wares = defineRegistry({
  id: 'ware',
  name: '商品',
  fields: {
    price: number('价格', { min: 0, max: 1000 }).required(),
    area: choice('区域', tree('area')),
  },
  tree: { levels: [{ id: 'ware', name: '商品' }], deeper: true },
});

/** A ware as handed in. */
export function ware(code: string, price: number, parent: string | null = null, zh = `商品${code}`): RecordDraft {
  return { code, parent, name: { zh, en: '' }, data: { price } };
}

export const because = { source: '商发〔2026〕1号', reason: '调整价格' };
