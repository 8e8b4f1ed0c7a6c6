import { fileURLToPath } from 'node:url';

/** The folder of the repository, without a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Where scripts keep what they may lose: reports of test runs, stamps of builds. It goes when node_modules goes. */
export const cache = `${root}/node_modules/.cache/huying`;
