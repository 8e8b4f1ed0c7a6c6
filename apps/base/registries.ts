import { choice, number, options, text, unit, units } from '@huying/kit/field';
import { defineRegistry } from '@huying/kit/registry';

/** Divisions and cells: street (9 digits), community (12), cell (15); codes nest (GB/T 2260 and the street codes after it). */
export const area = defineRegistry({
  id: 'area',
  name: '区划与网格',
  fields: {
    polygon: text('边界 (GeoJSON, WGS 84)', { max: 2_000_000 }),
  },
  tree: {
    levels: [
      { id: 'street', name: '街道', code: '[A-Za-z0-9-]{4,24}' },
      { id: 'community', name: '社区' },
      { id: 'cell', name: '网格' },
    ],
    codesNest: true,
  },
});

/** Components and matters of city management, GB/T 47678.5-2026: class and item; the dictionary is versioned. */
export const matter = defineRegistry({
  id: 'matter',
  name: '事项类别',
  fields: {
    kind: choice('类型', options({ component: '部件', matter: '事项', foreign: '外来分类' })).required(),
  },
  tree: {
    levels: [
      { id: 'class', name: '大类' },
      { id: 'item', name: '小类' },
    ],
  },
});

/** The circumstance that files a case and sets its limit; the limit belongs to it and not to the matter. */
export const condition = defineRegistry({
  id: 'condition',
  name: '立案条件',
  fields: {
    matter: choice('事项类别', { from: 'tree', tree: 'matter', under: '' }).required(),
    limit: text('时限（分阶段的以“；”分开）', { max: 80 }).required(),
    closing: text('结案要求', { max: 200 }).required(),
  },
});

/** The hotline's own subject tree, wider than the matters; an item may name the matter it corresponds to. */
export const demandClass = defineRegistry({
  id: 'demand-class',
  name: '诉求分类',
  fields: {
    matter: choice('对应事项类别', { from: 'tree', tree: 'matter', under: '' }),
  },
  tree: {
    levels: [
      { id: 'class', name: '一级分类' },
      { id: 'item', name: '二级分类' },
    ],
  },
});

/** The duty list: which unit answers for which matter where, in order; the first rule that fits is taken. */
export const duty = defineRegistry({
  id: 'duty',
  name: '派单职责目录',
  fields: {
    order: number('次序', { min: 0, max: 1_000_000, integer: true }).required(),
    matters: text('事项类别或诉求分类代码（前缀，以空格分开，空为全部）', { max: 2000 }),
    areas: text('区域代码（前缀，以空格分开，空为全区）', { max: 2000 }),
    when: text('条件 (CQL2 JSON)', { max: 4000 }),
    lead: unit('主办单位'),
    leadIn: choice('主办单位取自', options({ unit: '指定单位', street: '事发街道' })).required(),
    assisting: units('协办单位', { max: 10 }),
    basis: text('依据', { max: 200 }).required(),
    takenBack: choice('上级收回', options({ yes: '是', no: '否' })),
  },
});
