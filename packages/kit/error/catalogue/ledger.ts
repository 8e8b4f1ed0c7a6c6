import type { CatalogueArea } from '../catalogue-area.ts';

export const ledgerErrors = {
  'ledger.keyReused': {
    status: 409,
    zh: '请求键 {key} 已用于另一项内容不同的操作。',
    en: 'The idempotency key {key} was already used for something else.',
    remedyZh: '请为新的操作使用新的请求键。',
    remedyEn: 'Use a new key for a new request.',
  },
  'ledger.keyInvalid': {
    status: 400,
    zh: '请求键应为 1 至 200 个可见字符。',
    en: 'An idempotency key is 1 to 200 visible characters.',
    remedyZh: '请使用 UUID 之类的随机串作请求键。',
    remedyEn: 'Use a random string such as a UUID.',
  },
  'ledger.broken': {
    status: 500,
    zh: '流水校验失败：{subject} 的第 {seq} 条。',
    en: 'The ledger does not verify: entry {seq} of {subject}.',
    remedyZh: '请停止修改数据，保留现场，与最近的备份和锚定文件核对。',
    remedyEn: 'Stop changing data, keep everything as it is, and compare with the latest backup and anchor file.',
  },
} as const satisfies CatalogueArea;
