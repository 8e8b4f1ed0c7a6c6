import type { CatalogueArea } from '../catalogue-area.ts';

export const measureErrors = {
  'measure.unknown': {
    status: 404,
    zh: '没有名为 {measure} 的统计指标。',
    en: 'There is no measure {measure}.',
    remedyZh: '请从统计口径清单中选择。',
    remedyEn: 'Choose one from the list of measures.',
  },
  'measure.grain': {
    status: 422,
    zh: '统计指标 {measure} 没有按 {grain} 分列。',
    en: 'The measure {measure} is not broken down by {grain}.',
    remedyZh: '请选择口径中列出的分列方式。',
    remedyEn: 'Choose a breakdown that its definition names.',
  },
  'measure.part': {
    status: 422,
    zh: '统计指标 {measure} 没有 {part} 这一部分。',
    en: 'The measure {measure} has no part {part}.',
    remedyZh: '比率有分子、分母，有的还有剔除；计数只有一个部分。',
    remedyEn: 'A rate has of and among, some have except; a count has of alone.',
  },
  'measure.period': {
    status: 422,
    zh: '统计时段 {from} 至 {to} 无效。',
    en: 'The days {from} to {to} are no period.',
    remedyZh: '起始日不得晚于截止日，时段不得超过十年；按日分列不得超过四百天。',
    remedyEn: 'Begin no later than it ends, and ask for ten years at most; by day for 400 days at most.',
  },
  'measure.cursor': {
    status: 422,
    zh: '翻页标记无效。',
    en: 'The page cursor is not valid.',
    remedyZh: '请从第一页重新开始。',
    remedyEn: 'Start again from the first page.',
  },
  'measure.notYours': {
    status: 403,
    zh: '您的岗位不能查看统计数字。',
    en: 'Your post does not see numbers.',
    remedyZh: '请以能查看工单的岗位登录。',
    remedyEn: 'Sign in with a post that may see cases.',
  },
  'measure.mismatch': {
    status: 409,
    zh: '重新统计与现有数字不符：{count} 处。',
    en: 'The recount found other numbers than are kept, in {count} places.',
    remedyZh: '请查明原因；用 huying recount --repair 改正。',
    remedyEn: 'Find out why; huying recount --repair puts it right.',
  },
  'measure.edition': {
    status: 500,
    zh: '找不到 {kind} 的统计口径 {version}。',
    en: 'The way of counting {version} of {kind} cannot be found.',
    remedyZh: '请恢复定义表，或执行 huying recount --facts --repair 重新计算。',
    remedyEn: 'Restore the table of definitions, or run huying recount --facts --repair.',
  },
} as const satisfies CatalogueArea;
