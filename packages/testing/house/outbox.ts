import type { Breach, Fence } from './breach.ts';

/** Those who may speak to the world: after commit, from the outbox or at a door. */
const speakers = new Set(['exchange', 'notify', 'surface', 'compose', 'cli', 'serve', 'work']);
const voices = /^(nodemailer|undici|node:https?|node:dgram|node:tls)$/;

/** Nothing leaves the process inside a transaction: a message about a change that was rolled back cannot be called back. */
export const outboxFence: Fence = ({ modules }) =>
  modules
    .filter(
      ({ place, path }) =>
        place.part === 'server' &&
        !place.isTest &&
        !speakers.has(place.folder) &&
        path !== 'packages/server/compose.ts',
    )
    .flatMap((module): Breach[] => [
      ...module.imports
        .filter((one) => voices.test(one.specifier) && !one.typeOnly)
        .map(({ specifier, line }) => ({ path: module.path, line, why: `${specifier}: ${sentence}` })),
      ...module.globals
        .filter((use) => use.text === 'fetch()')
        .map(({ line }) => ({ path: module.path, line, why: `fetch: ${sentence}` })),
    ]);

const sentence = 'what leaves the process goes to the outbox (ledger) and is sent by notify or exchange after commit.';
