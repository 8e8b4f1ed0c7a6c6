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
 * pages are not built, one that says so.
 */
export function startPage(request: FastifyRequest, built: boolean, folder: string): Page | undefined {
  const address = request.url.split('?')[0] ?? '';
  const wantsPage = (request.headers.accept ?? '').includes('text/html');
  if (!['GET', 'HEAD'].includes(request.method) || ours.test(address) || !wantsPage) return undefined;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' };
  if (built) return { status: 200, headers, html: readFileSync(`${folder}/index.html`, 'utf8') };
  return { status: 503, headers, html: notBuilt(request) };
}

function notBuilt({ locale }: FastifyRequest): string {
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
