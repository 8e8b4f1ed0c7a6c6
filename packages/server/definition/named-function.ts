import { createHash } from 'node:crypto';
import { HuyingError } from '@huying/kit/error';
import type { Services } from '../ledger/index.ts';
import { withoutTenant } from '../tenant/index.ts';
import { insertNamedFunctions, namedFunctions } from './store.ts';

/** A function that definitions name as `name@version`. `body` is its source text (`String(fn)`). */
export interface NamedFunction {
  readonly name: string;
  readonly version: number;
  readonly body: string;
}

/**
 * Run at start: notes each new name@version and refuses a known one whose body is another, for cases pinned to it would be decided anew.
 * Spaces and line ends do not count. What the function calls is not looked into: what must not change belongs in its body.
 * @throws definition.functionChanged, definition.functionTwice
 */
export async function checkNamedFunctions(
  services: Pick<Services, 'db' | 'now'>,
  functions: readonly NamedFunction[],
): Promise<void> {
  const declared = new Map<string, { name: string; version: number; hash: string }>();
  for (const { name, version, body } of functions) {
    const key = `${name}@${version}`;
    if (declared.has(key)) throw new HuyingError('definition.functionTwice', { name, version });
    declared.set(key, { name, version, hash: bodyHash(body) });
  }
  if (declared.size === 0) return;
  await withoutTenant(services.db, async (tx) => {
    await insertNamedFunctions(tx, [...declared.values()], services.now());
    for (const { name, version, hash } of await namedFunctions(tx)) {
      const now = declared.get(`${name}@${version}`);
      if (now !== undefined && now.hash !== hash)
        throw new HuyingError('definition.functionChanged', { name, version });
    }
  });
}

function bodyHash(body: string): string {
  const spaced = body.replaceAll(/\s+/g, ' ').replaceAll(/ ?([^\p{L}\p{N}_$ ]) ?/gu, '$1');
  return createHash('sha256').update(spaced.trim()).digest('hex');
}
