/** `2027-04-30`. */
export type Day = string;

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** `2027年4月30日`: as documents date themselves, in Arabic figures without leading noughts (GB/T 9704-2012, 7.3.5.4). */
export function chineseDate(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** `4月30日`, where the year is known. */
export function shortDate(day: Day): string {
  const [, month = '', date = ''] = day.split('-');
  return `${Number(month)}月${Number(date)}日`;
}

/** 1 → 一, 12 → 十二, 20 → 二十, 99 → 九十九. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return DIGITS[ones] ?? '';
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones === 0 ? '' : DIGITS[ones]}`;
}

/** `〔2027〕第4期`. */
export function issueText(year: number, issue: number): string {
  return `〔${year}〕第${issue}期`;
}
