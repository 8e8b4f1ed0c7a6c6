import { hanOrdinal } from './mark.ts';

/** Years and five-year periods a text names, as whole years. */
export interface Periods {
  readonly years: readonly number[];
  /** First and last year of each five-year plan named: “十三五” is 2016 to 2020. */
  readonly plans: readonly (readonly [number, number])[];
}

const year =
  /(?<!\d)(20\d\d)(?:年|[-—–~至到](?=20))|(二[〇○零O0][一二三四五六七八九〇○零][一二三四五六七八九〇○零])年/g;
const plan = /[“"‘]?(十[一二三四五六七八九])五[”"’]?(?!日|[号届次条年名个])|第(十[一二三四五六七八九])个五年规划/g;
const hanYearDigits = '零一二三四五六七八九';

export function periodsIn(text: string): Periods {
  const years = [...text.matchAll(year)].map(([, digits, words]) =>
    digits === undefined ? hanYear(words ?? '') : Number(digits),
  );
  const plans = [...text.matchAll(plan)].map(([, quoted, full]) => {
    const first = 2006 + 5 * ((hanOrdinal(quoted ?? full ?? '') ?? 11) - 11);
    return [first, first + 4] as const;
  });
  return { years, plans };
}

/** 二〇一六 → 2016. */
export function hanYear(words: string): number {
  let sum = 0;
  for (const char of words) sum = sum * 10 + Math.max(0, hanYearDigits.indexOf(char));
  return sum;
}
