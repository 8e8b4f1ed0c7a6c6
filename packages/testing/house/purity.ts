import type { Breach, Fence } from './breach.ts';

/** Parts that run in Node and in the browser alike and give the same answer for the same arguments. */
const pure = new Set(['kit', 'reader']);
const allowed = /^typebox(\/|$)/;
const outside = new Set([
  'window',
  'document',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'process',
  'Buffer',
  'require',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]);
const clockOrChance =
  /^(Date\.now|Date\(\)|new Date\(\)|Math\.random|performance\..*|crypto\.(randomUUID|getRandomValues))$/;

/** kit and reader take time as `ctx.now`, ids as `ctx.id`, and touch nothing outside: that is why a rule can be replayed and tested. */
export const purityFence: Fence = ({ modules }) =>
  modules
    .filter((module) => pure.has(module.place.part) && !module.place.isTest)
    .flatMap((module): Breach[] => [
      ...module.imports
        .filter(({ specifier, target }) => target?.part !== module.place.part && !allowed.test(specifier))
        .map(({ specifier, line }) => ({
          path: module.path,
          line,
          why: `${module.place.part} imports ${specifier}; it may import only itself and typebox, so that it runs alike in Node, in the browser and on a phone without a network.`,
        })),
      ...module.globals
        .filter((use) => outside.has(nameOf(use.text)))
        .map(({ text, line }) => ({
          path: module.path,
          line,
          why: `${text} reaches outside; ${module.place.part} is pure and runs in Node and in the browser. Take the value as an argument.`,
        })),
      ...module.globals
        .filter((use) => clockOrChance.test(use.text))
        .map(({ text, line }) => ({
          path: module.path,
          line,
          why: `${text} asks the wall clock or chance; time is ctx.now and ids are ctx.id, or a case could not be replayed from its ledger.`,
        })),
    ]);

function nameOf(use: string): string {
  return use.replace(/^new /, '').replace(/[.(].*$/, '');
}
