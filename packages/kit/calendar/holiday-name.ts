import type { Words } from '../error/index.ts';

const ENGLISH: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明节: 'Qingming Festival',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

/** The name of a day off in both languages; two festivals in one are joined by 、 in the published lists. */
export function holidayName(name: string): Words {
  const parts = name.split('、').map((part) => ENGLISH[part] ?? part);
  return { zh: name, en: parts.join(' and ') };
}
