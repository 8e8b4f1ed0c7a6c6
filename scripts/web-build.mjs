import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { run } from './child.mjs';
import { cache, root } from './place.mjs';
import { runtime, runtimeEnv } from './runtime.mjs';

const stamp = `${cache}/web-build`;
/** What the pages are made of. */
const sources = ['packages/web', 'packages/kit', 'apps', 'package-lock.json'];
const passedOver = new Set(['node_modules', 'dist']);

/**
 * Builds the web pages into packages/web/dist where their sources changed since the last build. Answers vite's exit code.
 * @returns {Promise<number>}
 */
export async function buildWeb() {
  const now = hashOf(sources);
  const last = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (now === last && existsSync(`${root}/packages/web/dist/index.html`)) return 0;
  process.stdout.write('Building the web pages (vite build).\n');
  const vite = [
    `${root}/node_modules/vite/bin/vite.js`,
    'build',
    '--config',
    'packages/web/vite.config.ts',
    '--logLevel',
    'warn',
  ];
  const code = await run(runtime(), vite, runtimeEnv());
  if (code === 0) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(stamp, now);
  }
  return code;
}

/** @param {readonly string[]} paths */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder)) hash.update(`${file}\0`).update(readFileSync(`${root}/${file}`));
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!statSync(`${root}/${path}`).isDirectory()) return path.includes('.test.') ? [] : [path];
  const names = readdirSync(`${root}/${path}`).filter((name) => !passedOver.has(name));
  return names.sort().flatMap((name) => filesUnder(`${path}/${name}`));
}
