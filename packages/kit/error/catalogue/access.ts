import type { CatalogueArea } from '../catalogue-area.ts';

export const accessErrors = {
  'access.denied': {
    status: 403,
    zh: '您现在的岗位没有这项权限。',
    en: 'Your present post does not allow this.',
    remedyZh: '请切换到相应岗位，或请有权限的同事办理。',
    remedyEn: 'Switch to the right post, or leave it to a colleague who may.',
  },
  'access.header': {
    status: 403,
    zh: '请求缺少 x-huying 请求头，已拒绝。',
    en: 'The request lacks the header x-huying and was refused.',
    remedyZh: '请从本系统的页面操作；程序调用请加请求头 x-huying: 1。',
    remedyEn: 'Work from the pages of this system; programs add the header x-huying: 1.',
  },
  'access.tooMany': {
    status: 429,
    zh: '请求过于频繁。',
    en: 'Too many requests.',
    remedyZh: '请在 {seconds} 秒后重试。',
    remedyEn: 'Try again in {seconds} s.',
  },
  'access.metrics': {
    status: 403,
    zh: '运行数据只供本机或持令牌者读取。',
    en: 'The figures of operation are for this machine, or for who holds the token.',
    remedyZh: '请在本机读取，或设置 HUYING_METRICS_TOKEN 并以 Bearer 令牌访问。',
    remedyEn: 'Read them on this machine, or set HUYING_METRICS_TOKEN and send it as a Bearer token.',
  },
  'access.district': {
    status: 400,
    zh: '没有指明区县，或没有这个区县。',
    en: 'No district was named, or there is none of that code.',
    remedyZh: '请用 district 给出区县代码。',
    remedyEn: 'Name its code as district.',
  },
} as const satisfies CatalogueArea;
