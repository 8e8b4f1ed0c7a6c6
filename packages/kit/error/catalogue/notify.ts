import type { CatalogueArea } from '../catalogue-area.ts';

export const notifyErrors = {
  'notify.personOnly': {
    status: 403,
    zh: '消息只属于本人。',
    en: 'Notices belong to the person they were sent to.',
    remedyZh: '请以本人账号登录后查看。',
    remedyEn: 'Sign in with your own account to read them.',
  },
  'notify.cursor': {
    status: 400,
    zh: '翻页位置无效。',
    en: 'The place in the list is not valid.',
    remedyZh: '请从第一页重新开始。',
    remedyEn: 'Start again from the first page.',
  },
  'notify.mailAddress': {
    status: 422,
    zh: '邮箱地址不正确。',
    en: 'The mail address is not valid.',
    remedyZh: '请填写形如 name@example.org 的地址。',
    remedyEn: 'Give an address such as name@example.org.',
  },
  'notify.itemUnknown': {
    status: 404,
    zh: '没有这条未能送达的消息。',
    en: 'There is no such undelivered message.',
    remedyZh: '请刷新列表；它可能已经重新发出。',
    remedyEn: 'Reload the list; it may have been put back already.',
  },
} as const satisfies CatalogueArea;
