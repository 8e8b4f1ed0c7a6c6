import type { CatalogueArea } from '../catalogue-area.ts';

export const calendarErrors = {
  'calendar.horizon': {
    status: 422,
    zh: '日历只排到 {horizon}，{date} 是否上班尚不可知。',
    en: 'The calendar ends on {horizon}; whether {date} is a working day is not known yet.',
    remedyZh: '请在国务院办公厅公布该年度放假安排后录入日历，再重试。',
    remedyEn: 'Enter that year in the calendar once its holidays are published, then try again.',
  },
  'calendar.before': {
    status: 422,
    zh: '日历从 {first} 开始，{date} 是否上班没有记载。',
    en: 'The calendar begins on {first}; whether {date} was a working day is not recorded.',
    remedyZh: '请补录该年度的放假安排，再重试。',
    remedyEn: 'Enter that year in the calendar, then try again.',
  },
  'calendar.range': {
    status: 422,
    zh: '{date} 离日历已知的年份（{first} 至 {horizon}）太远，无法推算。',
    en: '{date} is too far from the years that the calendar knows ({first} to {horizon}) to be projected.',
    remedyZh: '请核对日期；日期无误的，请补录日历年份。',
    remedyEn: 'Check the date; if it is right, enter the missing years in the calendar.',
  },
  'calendar.amount': {
    status: 422,
    zh: '工作时长须为不小于零的整数，不能是 {amount}。',
    en: 'An amount of working time is a whole number, zero or more, not {amount}.',
    remedyZh: '请填写整数。',
    remedyEn: 'Give a whole number.',
  },
  'calendar.date': {
    status: 422,
    zh: '“{date}”不是存在的日期。',
    en: '"{date}" is not a date that exists.',
    remedyZh: '请按“年-月-日”填写，例如 2024-02-08。',
    remedyEn: 'Write it as year-month-day, for example 2024-02-08.',
  },
  'calendar.zone': {
    status: 422,
    zh: '不认识时区“{zone}”。',
    en: 'The time zone "{zone}" is not known.',
    remedyZh: '请使用 IANA 时区名称，例如 Asia/Shanghai。',
    remedyEn: 'Use an IANA name, for example Asia/Shanghai.',
  },
  'calendar.invalid': {
    status: 422,
    zh: '工作日历有 {count} 处错误。',
    en: 'The working calendar has {count} mistakes.',
    remedyZh: '请逐条改正后再保存。',
    remedyEn: 'Put each of them right and save again.',
  },
} as const satisfies CatalogueArea;
