import { readFileSync } from 'node:fs';
import path from 'node:path';
import fixed from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { plainPage } from './plain-page.ts';

/** Serves the built pages. Names under assets/ hold a hash of their content and never change. */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fixed, {
    root: path.join(folder, 'assets'),
    // Only what has a name of its own is a file; every other address, `/` among them, is a page of the console.
    prefix: '/assets/',
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply) => {
      reply.header('cache-control', 'public, max-age=31536000, immutable');
    },
  });
}

interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

const ours = /^\/(api|public|exchange|health|metrics|assets)(\/|$)/;

/**
 * The page that every address of the console begins with; undefined where an API client asks, who is never given a page. Where the
 * pages are not built, or were taken away while the program runs, one that says so and what to do.
 */
export function startPage(request: FastifyRequest, built: boolean, folder: string): Page | undefined {
  const address = request.url.split('?')[0] ?? '';
  const wantsPage = (request.headers.accept ?? '').includes('text/html');
  if (!['GET', 'HEAD'].includes(request.method) || ours.test(address) || !wantsPage) return undefined;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' };
  const html = built ? pageIn(folder) : undefined;
  if (html !== undefined) return { status: 200, headers, html };
  return { status: 503, headers: { ...headers, 'retry-after': '30' }, html: notBuilt(request, built) };
}

/** The page as it lies there now; undefined where it was taken away since the program began, as by building anew. */
function pageIn(folder: string): string | undefined {
  try {
    return readFileSync(`${folder}/index.html`, 'utf8');
  } catch {
    return undefined;
  }
}

const gone = {
  zh: '<p>服务已在运行，但页面文件已被移走，或者正在重新生成。请稍等片刻后刷新；仍然如此的，请运行 <code>npx vite build --config packages/web/vite.config.ts</code> 重新生成，或者停止后运行 <code>npm start</code>。数据不受影响。</p><p>接口说明见 <a href="/api/docs">/api/docs</a>。</p>',
  en: '<p>The server runs, but the files of its pages were taken away, or are being built anew. Wait a moment and reload; if it stays so, build them with <code>npx vite build --config packages/web/vite.config.ts</code>, or stop the server and run <code>npm start</code>. No data is affected.</p><p>The API is described at <a href="/api/docs">/api/docs</a>.</p>',
} as const;

function notBuilt({ locale }: FastifyRequest, wasBuilt: boolean): string {
  if (wasBuilt) return plainPage(locale, locale === 'zh' ? '页面文件不在了' : 'The pages are gone', gone[locale]);
  return locale === 'zh'
    ? plainPage(
        'zh',
        '页面尚未生成',
        '<p>服务已在运行，但页面还没有生成。请停止后运行 <code>npm start</code>，它会先生成页面。</p><p>接口说明见 <a href="/api/docs">/api/docs</a>。</p>',
      )
    : plainPage(
        'en',
        'The pages are not built',
        '<p>The server runs, but its pages have not been built. Stop it and run <code>npm start</code>, which builds them first.</p><p>The API is described at <a href="/api/docs">/api/docs</a>.</p>',
      );
}
