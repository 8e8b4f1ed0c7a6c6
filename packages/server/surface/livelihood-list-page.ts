import type { PublicOutline } from '../board/index.ts';
import type { PublicList } from '../promise/index.ts';
import { mapStyle, yearMap } from './livelihood-map.ts';
import { addressOf, bar, livelihoodShell, type PageReader, tags, told } from './livelihood-page.ts';
import { livelihoodWords } from './livelihood-words.ts';
import { escaped } from './plain-page.ts';

/** The page of a year's livelihood projects: all their sites on the outline of the district, and the projects one by one. */
export function listPage(reader: PageReader, list: PublicList, outline: PublicOutline): string {
  const { locale } = reader;
  const items = list.items.map((one) => {
    const { sites } = one;
    const counted = sites.all === 0 ? '' : `<p>${told(locale, 'done', sites)}</p>${bar(sites.done / sites.all)}`;
    return `<li><h2><a href="${addressOf(reader, `/public/livelihood/${one.id}`)}">${escaped(one.title)}</a></h2>${tags(locale, one)}${counted}</li>`;
  });
  const others = list.years.filter((year) => year !== list.year);
  const years = others.map(
    (year) => `<a href="${addressOf(reader, '/public/livelihood', { year: String(year) })}">${year}</a>`,
  );
  const map = yearMap(locale, outline, list.items);
  const style = map === '' ? '' : `<style>${mapStyle}</style>`;
  const body = items.length === 0 ? `<p>${told(locale, 'none')}</p>` : `<ol class="items">${items.join('')}</ol>`;
  const nav = years.length === 0 ? '' : `<p class="quiet">${told(locale, 'years')} ${years.join(' ')}</p>`;
  const title = livelihoodWords.ofYear[locale].replace('{year}', String(list.year));
  return livelihoodShell(reader, title, '/public/livelihood', style + map + body + nav, false);
}
