import { existsSync } from 'node:fs';
import { run } from './child.mjs';

const program = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const chineseFont = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/**
 * Sees to it that Chromium and a Chinese font are there for the browser tests: installs them where we may (root on
 * Debian), else says what to do. Answers whether they are there.
 * @returns {Promise<boolean>}
 */
export async function prepareBrowser() {
  const wanted = [...(existsSync(program) ? [] : ['chromium']), ...(existsSync(chineseFont) ? [] : ['fonts-noto-cjk'])];
  if (wanted.length === 0) return true;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0 && !process.env.CHROMIUM_PATH) {
    process.stdout.write(`Installing ${wanted.join(' and ')} for the browser tests (apt-get).\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], env);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], env);
  }
  if (existsSync(program)) return true;
  process.stderr.write(
    `The browser tests need Chromium at ${program}: run "apt-get install chromium fonts-noto-cjk" as root, ` +
      'or set CHROMIUM_PATH to a Chromium of your own.\n',
  );
  return false;
}
