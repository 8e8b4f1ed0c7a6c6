import type { CatalogueArea } from '../catalogue-area.ts';

export const clockErrors = {
  'clock.text': {
    status: 422,
    zh: '看不懂时限“{text}”。',
    en: 'The limit "{text}" cannot be read.',
    remedyZh: '请写成一个数量加一个单位，例如 2紧急工作时、4工作时、5工作日、15分钟。',
    remedyEn: 'Write one amount and one unit, for example 4 working hours, 5 working days, 15 minutes.',
  },
  'clock.unit': {
    status: 422,
    zh: '时限“{text}”与单位“{unit}”不一致。',
    en: 'The limit "{text}" and the unit "{unit}" disagree.',
    remedyZh: '请使两者一致；延期须与原时限用同一种计时方式。',
    remedyEn: 'Make the two agree; an extension counts as the limit it extends does.',
  },
  'clock.amount': {
    status: 422,
    zh: '时限“{text}”须大于零，按日计的须为整日，其余须精确到秒。',
    en: 'The limit "{text}" must be more than zero: whole days where days are counted, whole seconds elsewhere.',
    remedyZh: '请改正数量。',
    remedyEn: 'Correct the amount.',
  },
  'clock.event': {
    status: 409,
    zh: '时钟在当前状态下不能这样做（{phase} → {event}）。',
    en: 'The clock cannot do this as it stands ({phase} → {event}).',
    remedyZh: '请刷新后查看当前状态。',
    remedyEn: 'Reload and look at how it stands now.',
  },
  'clock.order': {
    status: 409,
    zh: '时钟流水须按时间先后，{at} 早于上一条 {last}。',
    en: 'The ledger of a clock runs forward in time; {at} is before the last entry at {last}.',
    remedyZh: '请核对时间后重试。',
    remedyEn: 'Check the time and try again.',
  },
  'clock.expired': {
    status: 409,
    zh: '时限已于 {due} 届满，不能再申请延期。',
    en: 'The limit ended at {due}; an extension can no longer be asked for.',
    remedyZh: '请尽快办结并说明超期原因。',
    remedyEn: 'Finish the work and give the reason for the delay.',
  },
  'clock.extensions': {
    status: 409,
    zh: '已批准延期 {count} 次，不能再延。',
    en: 'It was extended {count} times already, which is the most allowed.',
    remedyZh: '请在现有时限内办结，或申请挂账。',
    remedyEn: 'Finish within the present limit, or ask for a hold.',
  },
} as const satisfies CatalogueArea;
