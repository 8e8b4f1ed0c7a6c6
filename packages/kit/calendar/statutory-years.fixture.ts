import { datesFrom } from './days-off.ts';
import type { StatutoryDay, StatutoryYear } from './statutory-year.ts';

/** 国务院办公厅关于2024年部分节假日安排的通知. */
export const YEAR_2024: StatutoryYear = {
  year: 2024,
  days: [
    ...off('元旦', '2024-01-01'),
    ...off('春节', '2024-02-10', '2024-02-17'),
    ...work('春节', '2024-02-04', '2024-02-18'),
    ...off('清明节', '2024-04-04', '2024-04-06'),
    ...work('清明节', '2024-04-07'),
    ...off('劳动节', '2024-05-01', '2024-05-05'),
    ...work('劳动节', '2024-04-28', '2024-05-11'),
    ...off('端午节', '2024-06-10'),
    ...off('中秋节', '2024-09-15', '2024-09-17'),
    ...work('中秋节', '2024-09-14'),
    ...off('国庆节', '2024-10-01', '2024-10-07'),
    ...work('国庆节', '2024-09-29', '2024-10-12'),
  ],
};

/** 国务院办公厅关于2025年部分节假日安排的通知. */
export const YEAR_2025: StatutoryYear = {
  year: 2025,
  days: [
    ...off('元旦', '2025-01-01'),
    ...off('春节', '2025-01-28', '2025-02-04'),
    ...work('春节', '2025-01-26', '2025-02-08'),
    ...off('清明节', '2025-04-04', '2025-04-06'),
    ...off('劳动节', '2025-05-01', '2025-05-05'),
    ...work('劳动节', '2025-04-27'),
    ...off('端午节', '2025-05-31', '2025-06-02'),
    ...off('国庆节、中秋节', '2025-10-01', '2025-10-08'),
    ...work('国庆节、中秋节', '2025-09-28', '2025-10-11'),
  ],
};

function off(name: string, from: string, to: string = from): StatutoryDay[] {
  return datesFrom(from, to).map((date) => ({ name, date, isOffDay: true }));
}

function work(name: string, ...dates: string[]): StatutoryDay[] {
  return dates.map((date) => ({ name, date, isOffDay: false }));
}
