import type { CatalogueArea } from '../catalogue-area.ts';

export const conditionErrors = {
  'condition.syntax': {
    status: 400,
    zh: '条件在 {at} 处（“{near}”）无法理解：应为{expectedZh}。',
    en: 'The condition cannot be read at {at} (“{near}”): expected {expected}.',
    remedyZh: '请按 CQL2 的写法改正该处。',
    remedyEn: 'Correct that place after the rules of CQL2.',
  },
  'condition.type': {
    status: 400,
    zh: '条件拿{leftZh}与{rightZh}相比（{operator}），两者不可比。',
    en: 'The condition compares {left} with {right} ({operator}), which cannot be compared.',
    remedyZh: '请改用类型相同的值；时刻写作 TIMESTAMP(…)，日期写作 DATE(…)。',
    remedyEn: 'Use a value of the same type; a moment is written TIMESTAMP(…), a day DATE(…).',
  },
  'condition.noColumn': {
    status: 400,
    zh: '不能按“{property}”筛选。',
    en: 'There is no filtering by “{property}”.',
    remedyZh: '可用的字段有：{known}。',
    remedyEn: 'These can be used: {known}.',
  },
  'condition.tooLarge': {
    status: 400,
    zh: '条件过大：最多嵌套 {depth} 层、共 {nodes} 项。',
    en: 'The condition is too large: at most {depth} levels and {nodes} parts.',
    remedyZh: '请简化条件，或用 IN 列出多个值。',
    remedyEn: 'Simplify it, or list many values with IN.',
  },
} as const satisfies CatalogueArea;
