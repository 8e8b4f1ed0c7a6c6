import type { Locale } from '@huying/kit/error';

const style = `
:root { color-scheme: light dark; --quiet: #5b6470; --line: #d9dde3; --ground: #f6f7f9; }
@media (prefers-color-scheme: dark) { :root { --quiet: #a3adba; --line: #38404a; --ground: #1d2228; } }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 5rem; font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
code, .path { font-family: ui-monospace, "SFMono-Regular", Consolas, monospace; font-size: .92em; }
details { border: 1px solid var(--line); border-radius: 6px; margin: .5rem 0; padding: 0 .9rem; }
summary { cursor: pointer; padding: .55rem 0; } summary .method { display: inline-block; min-width: 4.2rem; font-weight: 600; }
.quiet { color: var(--quiet); } table { border-collapse: collapse; width: 100%; margin: .3rem 0 1rem; }
td, th { border-top: 1px solid var(--line); padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top; }
th { font-weight: 600; color: var(--quiet); } nav a { margin-right: 1rem; }`;

/** A page that needs no script and nothing from elsewhere. `body` is HTML already escaped. */
export function plainPage(locale: Locale, title: string, body: string): string {
  const lang = locale === 'zh' ? 'zh-CN' : 'en';
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · 呼应 Huying</title><style>${style}</style></head>
<body><h1>${escaped(title)}</h1>${body}</body></html>
`;
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
