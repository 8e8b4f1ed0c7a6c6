import type { Locale } from '@huying/kit/error';
import type { TSchema } from 'typebox';
import { escaped, plainPage } from '../plain-page.ts';
import type { Group, RouteFace } from '../route.ts';
import { groupNames } from './openapi-document.ts';

const words = {
  title: { zh: '呼应接口说明', en: 'Huying API' },
  intro: {
    zh: '在 <code>POST /api/sessions</code> 登录，会话由 Cookie 携带；<code>/api</code> 下的写操作须带请求头 <code>x-huying: 1</code>。带 <code>Idempotency-Key</code> 的重复请求得到第一次的答复。出错时按 <code>Accept-Language</code> 以中文或英文说明原因和办法（RFC 9457）。机器可读：<a href="/api/openapi.json">OpenAPI 3.1</a>。',
    en: 'Sign in at <code>POST /api/sessions</code>; the session travels in a cookie. Writes under <code>/api</code> carry the header <code>x-huying: 1</code>. A request repeated with its <code>Idempotency-Key</code> gets the first answer. Errors say what happened and what to do, in Chinese or English as <code>Accept-Language</code> asks (RFC 9457). For machines: <a href="/api/openapi.json">OpenAPI 3.1</a>.',
  },
  open: { zh: '无须登录', en: 'without signing in' },
  path: { zh: '地址参数', en: 'In the path' },
  query: { zh: '查询参数', en: 'In the query' },
  body: { zh: '提交内容', en: 'Body' },
  answer: { zh: '答复', en: 'Answer' },
  nothing: { zh: '无内容', en: 'nothing' },
  key: { zh: '可带 Idempotency-Key', en: 'takes an Idempotency-Key' },
  version: { zh: '可带 If-Match 版本号', en: 'takes the version as If-Match' },
  needed: { zh: '必填', en: 'needed' },
} as const;

/** The API as a page a person reads: no script, nothing from elsewhere. */
export function documentPage(locale: Locale, routes: readonly RouteFace[]): string {
  const groups = Object.keys(groupNames) as Group[];
  const other = locale === 'zh' ? '<a href="?lang=en">English</a>' : '<a href="?lang=zh">中文</a>';
  const nav = groups.map((group) => `<a href="#${group}">${escaped(groupNames[group][locale])}</a>`).join('');
  const sections = groups.map((group) => {
    const own = routes.filter((route) => route.group === group);
    if (own.length === 0) return '';
    return `<h2 id="${group}">${escaped(groupNames[group][locale])}</h2>${own.map((route) => section(locale, route)).join('')}`;
  });
  return plainPage(
    locale,
    words.title[locale],
    `<p>${words.intro[locale]}</p><nav>${nav}${other}</nav>${sections.join('')}`,
  );
}

function section(locale: Locale, route: RouteFace): string {
  const { method, path, summary, access, takesKey, takesVersion, params, query, body, answer } = route;
  const notes = [
    ...(access === 'open' ? [words.open[locale]] : []),
    ...(takesKey ? [words.key[locale]] : []),
    ...(takesVersion ? [words.version[locale]] : []),
  ].join(locale === 'zh' ? '；' : '; ');
  const part = (title: string, schema: TSchema | undefined) =>
    schema === undefined ? '' : `<p class="quiet">${title}</p>${table(locale, schema)}`;
  const upload =
    body === 'multipart'
      ? `<p class="quiet">${words.body[locale]}</p><p><code>multipart/form-data</code>: file</p>`
      : '';
  const told =
    typeof answer === 'string' ? `<code>${escaped(answer)}</code>` : answer === undefined ? words.nothing[locale] : '';
  return `<details id="${escaped(route.name)}"><summary><span class="method">${method}</span><span class="path">${escaped(path)}</span> <span class="quiet">${escaped(summary[locale])}</span></summary>
<p class="quiet">${escaped(notes)}</p>${part(words.path[locale], params)}${part(words.query[locale], query)}${upload}${part(words.body[locale], body === 'multipart' ? undefined : body)}
<p class="quiet">${words.answer[locale]}</p>${told === '' ? table(locale, answer as TSchema) : `<p>${told}</p>`}</details>`;
}

interface Shown {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly required?: readonly string[];
  readonly items?: TSchema;
  readonly anyOf?: readonly TSchema[];
  readonly const?: unknown;
  readonly description?: string;
  readonly pattern?: string;
  readonly [limit: string]: unknown;
}

const limits = ['minLength', 'maxLength', 'minimum', 'maximum', 'maxItems', 'pattern', 'format'] as const;

function table(locale: Locale, schema: TSchema): string {
  const { properties, required = [] } = schema as Shown;
  if (properties === undefined) return `<p><code>${escaped(kindOf(schema))}</code></p>`;
  const rows = Object.entries(properties).map(([name, one]) => {
    const shown = one as Shown;
    const said = limits.flatMap((limit) => (shown[limit] === undefined ? [] : [`${limit} ${String(shown[limit])}`]));
    const needed = required.includes(name) ? words.needed[locale] : '';
    const note = [shown.description ?? '', ...said].filter((text) => text !== '').join(', ');
    return `<tr><td><code>${escaped(name)}</code></td><td><code>${escaped(kindOf(one))}</code></td><td>${needed}</td><td class="quiet">${escaped(note)}</td></tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

/** A schema in a few words: `string`, `[{id, name}]`, `"zh" | "en"`. */
function kindOf(schema: TSchema, depth = 0): string {
  const { type, properties, items, anyOf, const: fixed } = schema as Shown;
  if (fixed !== undefined) return JSON.stringify(fixed);
  if (anyOf !== undefined) return anyOf.map((one) => kindOf(one, depth + 1)).join(' | ');
  if (items !== undefined) return `[${kindOf(items, depth + 1)}]`;
  if (properties !== undefined) {
    if (depth > 3) return '{…}';
    return `{${Object.entries(properties)
      .map(([name, one]) => `${name}: ${kindOf(one, depth + 1)}`)
      .join(', ')}}`;
  }
  return Array.isArray(type) ? type.join(' | ') : String(type ?? 'any');
}
