import type { CatalogueArea } from '../catalogue-area.ts';

export const calendarErrors = {
  'calendar.horizon': {
    status: 422,
    zh: '日历只排到 {horizon},{date} 是否上班尚不可知。',
    en: 'The calendar ends on {horizon}; whether {date} is a working day is not known yet.',
    remedyZh: '请在国务院办公厅公布该年度放假安排后录入日历,再重试。',
    remedyEn: 'Enter that year in the calendar once its holidays are published, then try again.',
  },
} as const satisfies CatalogueArea;
