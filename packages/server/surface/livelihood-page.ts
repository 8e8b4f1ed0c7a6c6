import type { Locale, Words } from '@huying/kit/error';
import type { PublicList, PublicProject } from '../promise/index.ts';
import { livelihoodWords, statusWords } from './livelihood-words.ts';
import { escaped } from './plain-page.ts';

export type Text = keyof typeof livelihoodWords;

/** How a page is asked for: its language, and what to carry along in its addresses. */
export interface PageReader {
  readonly locale: Locale;
  /** Named in the address where a deployment serves several. */
  readonly district: string | undefined;
}

const style = `
:root{--ink:#1c2128;--quiet:#57606a;--line:#d0d7de;--blue:#1d4f91;--paper:#fff;--soft:#f4f6f8}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main,header,footer{max-width:46rem;margin:0 auto;padding:0 1rem}header{padding-top:.75rem;display:flex;justify-content:space-between;gap:1rem;flex-wrap:wrap}
h1{font-size:1.5rem;line-height:1.3;margin:1rem 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-top:1px solid var(--line);padding-top:1rem}
a{color:var(--blue)}a:focus,button:focus,textarea:focus,input:focus{outline:3px solid #d98c00;outline-offset:2px}
.quiet{color:var(--quiet)}.tag{display:inline-block;border:1px solid var(--line);border-radius:4px;padding:0 .5rem;margin:0 .4rem .3rem 0}
.tag.warn{border-color:#8a5a00;color:#8a5a00}blockquote{margin:.5rem 0;padding:.5rem 1rem;border-left:4px solid var(--blue);background:var(--soft)}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:.5rem 0}dt{color:var(--quiet)}dd{margin:0}
ol,ul{padding-left:1.25rem}li{margin:.35rem 0}.items{list-style:none;padding:0}.items>li{border-top:1px solid var(--line);padding:.9rem 0;margin:0}
.items h2,.items h3{font-size:1.05rem;margin:0 0 .25rem;padding:0;border:0}.photos{display:flex;gap:.5rem;flex-wrap:wrap;margin:.4rem 0 0}.photos img{width:8.5rem;height:6.5rem;object-fit:cover;border-radius:4px;background:var(--soft)}
.bar{height:.6rem;background:var(--soft);border:1px solid var(--line);border-radius:4px;overflow:hidden}.bar i{display:block;height:100%;background:var(--blue)}
label{display:block;margin:.75rem 0 .25rem;font-weight:600}textarea,input{box-sizing:border-box;width:100%;font:inherit;padding:.5rem;border:1px solid #6b7280;border-radius:4px}
button{font:inherit;margin-top:.75rem;padding:.6rem 1.5rem;border:0;border-radius:4px;background:var(--blue);color:#fff}footer{padding-bottom:3rem;color:var(--quiet)}
@media print{form,header{display:none}}`;

/** Fills in a text of the pages, escaped. */
export function told(locale: Locale, text: Text, fillings: Readonly<Record<string, string | number>> = {}): string {
  const words: Words = livelihoodWords[text];
  return escaped(words[locale].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(fillings[name] ?? whole)));
}

/** A whole page: no script, nothing from elsewhere, some kilobytes. `body` is HTML already escaped. */
export function livelihoodShell(reader: PageReader, title: string, path: string, body: string, back = true): string {
  const { locale } = reader;
  const other = locale === 'zh' ? 'en' : 'zh';
  const home = back
    ? `<a href="${addressOf(reader, '/public/livelihood')}">${told(locale, 'back')}</a>`
    : '<span></span>';
  return `<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><header>${home}<a href="${addressOf({ ...reader, locale: other }, path)}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${told(locale, 'language')}</a></header>
<main><h1>${escaped(title)}</h1>${body}</main></body></html>
`;
}

/** An address of ours that keeps language and district. */
export function addressOf(
  { locale, district }: PageReader,
  path: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({ ...(district === undefined ? {} : { district }), lang: locale, ...more });
  return `${path}?${escaped(query.toString())}`;
}

type Summary = PublicList['items'][number];

/** The three statuses in words, none of which hides another. */
export function tags(locale: Locale, one: Summary): string {
  const tag = (text: string, warns = false) => `<span class="tag${warns ? ' warn' : ''}">${text}</span>`;
  // Where there are sites, what bears it out is how many of them another person found completed.
  const evidence =
    one.sites.all > 0
      ? told(locale, 'evidenceSites', one.sites)
      : `${told(locale, 'evidence')} ${statusWords.evidence[one.evidence][locale]}`;
  const light = one.light === null ? undefined : statusWords.light[one.light];
  return [
    tag(one.unproven ? told(locale, 'unproven') : escaped(one.officialWords[locale]), one.unproven),
    tag(
      `${told(locale, 'due')} ${escaped(one.due ?? '')} ${statusWords.schedule[one.schedule][locale]}`,
      one.schedule === 'late',
    ),
    tag(evidence),
    light === undefined ? '' : tag(`${told(locale, 'light')} ${light[locale]}`),
  ].join('');
}

export function bar(share: number): string {
  const width = Math.max(0, Math.min(100, Math.round(share * 1000) / 10));
  return `<div class="bar" aria-hidden="true"><i style="width:${width}%"></i></div>`;
}

export type { PublicProject };
