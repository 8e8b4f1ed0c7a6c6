import { existsSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { run } from './child.mjs';
import { root } from './place.mjs';

/** Makes node_modules what package-lock.json says; does nothing where it is already. Ends the process where npm fails. */
export async function install() {
  if (isInstalled()) return;
  process.stdout.write('Installing what package-lock.json names (npm ci); this is done once.\n');
  const code = await run('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'], withoutOwnTools());
  if (code === 0) return;
  process.stderr.write('npm ci failed; see above. Nothing else was tried.\n');
  process.exit(code);
}

/**
 * Whether npm's own note of what it installed agrees with the lockfile. npm writes that note last, so an installation
 * that was cut off has none. Packages for other platforms are absent by right.
 */
function isInstalled() {
  const note = `${root}/node_modules/.package-lock.json`;
  if (!existsSync(note)) return false;
  const wanted = packagesOf(`${root}/package-lock.json`);
  const present = packagesOf(note);
  return Object.entries(wanted).every(([path, want]) => {
    const have = present[path];
    if (path === '' || (have === undefined && want.optional)) return true;
    return have !== undefined && have.version === want.version && have.resolved === want.resolved;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, resolved?: string, optional?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** npm must not run on a Node that lies in the folder it is about to replace. */
function withoutOwnTools() {
  const folders = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(`${root}/node_modules`));
  return { ...process.env, PATH: folders.join(delimiter), npm_config_yes: 'true' };
}
