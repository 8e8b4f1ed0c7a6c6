import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import { afterAll, describe, expect, it } from 'vitest';
import { buildSurface } from './surface.ts';

const { program } = await testProgram(await testDatabase());
const folder = mkdtempSync(path.join(tmpdir(), 'huying-pages-'));
mkdirSync(path.join(folder, 'assets'));
writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>console</title>');
writeFileSync(path.join(folder, 'assets/index-a1b2c3.js'), 'export {}');
const options = { version: '0.0.0', routes: [] };
const built = await buildSurface(program.services, { ...options, pages: folder });
const bare = await buildSurface(program.services, { ...options, pages: path.join(folder, 'nowhere') });
afterAll(async () => {
  await built.close();
  await bare.close();
  rmSync(folder, { recursive: true });
});

const html = { accept: 'text/html,*/*' };

describe('the pages', () => {
  it('begin alike at every address of the console', async () => {
    for (const url of ['/', '/cases/123', '/work']) {
      const answer = await built.app.inject({ url, headers: html });
      expect([answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([
        200,
        expect.stringContaining('console'),
        'no-cache',
      ]);
    }
  });

  it('have parts that browsers keep for ever, their names holding a hash', async () => {
    const answer = await built.app.inject({ url: '/assets/index-a1b2c3.js' });
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-type']).toMatch(/javascript/);
  });

  it.each(['/assets/gone.js', '/api/gone', '/public/gone'])('do not stand in for what is missing: %s', async (url) => {
    const answer = await built.app.inject({ url, headers: html });
    expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'request.notFound' }]);
  });

  it.each(['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json'])(
    'give away nothing beside them: %s',
    async (url) => {
      const answer = await built.app.inject({ url });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.body).not.toContain('dependencies');
    },
  );

  it('that were taken away while the program runs say so, and are there again when they are', async () => {
    const page = path.join(folder, 'index.html');
    rmSync(page);
    const answer = await built.app.inject({ url: '/work', headers: { ...html, 'accept-language': 'zh' } });
    expect([answer.statusCode, answer.body]).toEqual([503, expect.stringContaining('重新生成')]);
    expect((await built.app.inject({ url: '/work' })).statusCode).toBe(404);
    writeFileSync(page, '<!doctype html><title>console</title>');
    expect((await built.app.inject({ url: '/work', headers: html })).statusCode).toBe(200);
  });

  it('that were not built say so, and how to build them', async () => {
    const answer = await bare.app.inject({ url: '/', headers: { ...html, 'accept-language': 'en' } });
    expect([answer.statusCode, answer.body]).toEqual([503, expect.stringContaining('npm start')]);
  });
});
