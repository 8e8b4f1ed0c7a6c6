import type { CatalogueArea } from '../catalogue-area.ts';

export const fieldErrors = {
  'field.invalid': {
    status: 422,
    zh: '填写的内容有 {count} 处不符合要求。',
    en: '{count} of the answers cannot be accepted.',
    remedyZh: '请按各处的提示改正后重新提交。',
    remedyEn: 'Correct each of them as it says and send them again.',
  },
} as const satisfies CatalogueArea;
