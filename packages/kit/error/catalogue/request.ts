import type { CatalogueArea } from '../catalogue-area.ts';

export const requestErrors = {
  'request.invalid': {
    status: 400,
    zh: '提交的内容有 {count} 处不符合要求。',
    en: 'The request has {count} problem(s).',
    remedyZh: '请按所列各处逐一改正后重新提交。',
    remedyEn: 'Correct each place listed and send it again.',
  },
  'request.internal': {
    status: 500,
    zh: '系统出现故障,本次操作没有生效。',
    en: 'Something failed on our side; nothing was changed.',
    remedyZh: '请稍后重试;若仍不行,请把编号 {reference} 告诉管理员。',
    remedyEn: 'Try again shortly; if it persists, give the reference {reference} to your administrator.',
  },
} as const satisfies CatalogueArea;
