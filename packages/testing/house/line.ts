import type { Fence } from './breach.ts';

/** The folders of the server from left to right: each may import only what stands to its left. */
export const line = [
  'db',
  'tenant',
  'ledger',
  'identity',
  'org',
  'access',
  'definition',
  'parameter',
  'file',
  'registry',
  'link',
  'search',
  'clock',
  'case',
  'measure',
  'promise',
  'board',
  'exchange',
  'notify',
  'surface',
  'compose',
] as const;

/** The doors of the program itself, to the right of everything. */
const entries = new Set(['cli', 'serve', 'work', 'bin']);

/** Server folders import to their left only, so that each can be understood, tested and replaced without those after it. */
export const lineFence: Fence = ({ modules }) =>
  modules
    .filter((module) => module.place.part === 'server' && !module.place.isTest)
    .flatMap((module) => {
      const own = standing(module.path);
      if (own === undefined) {
        const why = `"${module.place.folder}" has no place on the line; put the code where it belongs, or give the folder a place by a decision (docs/decisions) and in packages/testing/house/line.ts.`;
        return [{ path: module.path, line: 0, why }];
      }
      return module.imports.flatMap(({ line: at, specifier, target }) => {
        if (target?.part !== 'server') return [];
        const other = standing(target.path);
        if (other === undefined || other <= own) return [];
        const why = `${specifier} stands to the right on the line (${line.join(' < ')}): a folder knows only those before it. Let the one on the right call, or register a handler in compose.`;
        return [{ path: module.path, line: at, why }];
      });
    });

/** Position on the line; entries come after all; undefined for a folder that has no place. */
function standing(path: string): number | undefined {
  const [, , folder = ''] = path.split('/');
  const name = folder.replace(/\.ts$/, '');
  if (entries.has(name)) return line.length;
  const at = (line as readonly string[]).indexOf(name);
  return at === -1 ? undefined : at;
}
