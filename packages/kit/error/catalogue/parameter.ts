import type { CatalogueArea } from '../catalogue-area.ts';

export const parameterErrors = {
  'parameter.unknown': {
    status: 404,
    zh: '没有名为 {name} 的参数。',
    en: 'There is no parameter {name}.',
    remedyZh: '请从参数清单中选择。',
    remedyEn: 'Choose one from the list of parameters.',
  },
  'parameter.invalid': {
    status: 422,
    zh: '参数 {name} 的值不符合要求：{whyZh}。',
    en: 'The value for {name} does not fit: {whyEn}.',
    remedyZh: '请按要求更正后重试。',
    remedyEn: 'Correct it and try again.',
  },
  'parameter.past': {
    status: 422,
    zh: '生效时间 {date} 已过去。',
    en: 'The effective date {date} lies in the past.',
    remedyZh: '请选择现在或将来的时间：已按旧值办理的事项不受影响。',
    remedyEn: 'Choose now or a later time: what was done under the old value stands.',
  },
  'parameter.declaredTwice': {
    status: 500,
    zh: '参数 {name} 声明了两次。',
    en: 'The parameter {name} is declared twice.',
    remedyZh: '请删去其中一个。',
    remedyEn: 'Remove one of them.',
  },
  'parameter.declarationInvalid': {
    status: 500,
    zh: '参数 {name} 的声明有误：{whyZh}。',
    en: 'The declaration of the parameter {name} is wrong: {whyEn}.',
    remedyZh: '请更正声明中的默认值或范围。',
    remedyEn: 'Correct its default or its range.',
  },
} as const satisfies CatalogueArea;
