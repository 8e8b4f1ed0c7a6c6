import type { Breach, Fence } from './breach.ts';

/** Parts that run in Node and in the browser alike and give the same answer for the same arguments. */
const pure = new Set(['kit', 'reader']);
/** Packages from outside that a pure part may use: those that are as pure as it is, and only where they are needed. */
const allowed: readonly (readonly [where: RegExp, what: RegExp])[] = [
  [/^packages\/kit\//, /^typebox(\/|$)/],
  [/^packages\/reader\/text\//, /^opencc-js(\/|$)/],
  [/^packages\/reader\/formats\//, /^(fflate|htmlparser2|unpdf\/pdfjs)$/],
];
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
        .filter(({ specifier, target }) => target?.part !== module.place.part && !mayUse(module.path, specifier))
        .map(({ specifier, line }) => ({
          path: module.path,
          line,
          why: `${module.place.part} imports ${specifier}; it may import only itself and what packages/testing/house/purity.ts allows there, so that it runs alike in Node, in the browser and on a phone without a network.`,
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

function mayUse(path: string, specifier: string): boolean {
  return allowed.some(([where, what]) => where.test(path) && what.test(specifier));
}

function nameOf(use: string): string {
  return use.replace(/^new /, '').replace(/[.(].*$/, '');
}
