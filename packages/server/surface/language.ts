import type { Locale } from '@huying/kit/error';

/**
 * The language to answer in: the one of the two that `Accept-Language` likes best, else the reader's own, else Chinese.
 * Pages name theirs in the header, so a switch there holds at once.
 */
export function languageOf(header: string | undefined, own: Locale = 'zh'): Locale {
  let best: { readonly locale: Locale; readonly weight: number } | undefined;
  for (const part of (header ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...settings] = part.split(';').map((text) => text.trim().toLowerCase());
    const locale = /^zh(-|$)/.test(tag) ? 'zh' : /^en(-|$)/.test(tag) ? 'en' : undefined;
    if (locale === undefined) continue;
    const said = settings.find((setting) => setting.startsWith('q='))?.slice(2);
    const weight = said === undefined ? 1 : Number(said);
    if (weight > 0 && (best === undefined || weight > best.weight)) best = { locale, weight };
  }
  return best?.locale ?? own;
}
