import type { Definition } from '@huying/kit/compile';
import { HuyingError } from '@huying/kit/error';
import type { Program } from '../compose/index.ts';
import { definitionHashes, getDefinition } from '../definition/index.ts';
import { withoutTenant } from '../tenant/index.ts';

export interface StoredForm {
  readonly id: string;
  readonly hash: string;
  /** ISO 8601 */
  readonly firstSeen: string;
  readonly current: boolean;
}

/** Every form that the case types of this program have had, newest first. */
export async function storedForms({ services }: Program): Promise<StoredForm[]> {
  return withoutTenant(services.db, async (tx) => {
    const forms: StoredForm[] = [];
    for (const { id } of services.product.definitions) {
      for (const { hash, firstSeenAt } of await definitionHashes(tx, 'case', id)) {
        const firstSeen = new Date(firstSeenAt).toISOString();
        forms.push({ id, hash, firstSeen, current: services.hashes[id] === hash });
      }
    }
    return forms;
  });
}

/** The definition of a hash, or of the only one that begins so. @throws definition.unknown */
export async function formOf(program: Program, hash: string): Promise<Definition> {
  const matching = (await storedForms(program)).filter((form) => form.hash.startsWith(hash.toLowerCase()));
  const [found] = matching;
  if (found === undefined || matching.length > 1)
    throw new HuyingError('definition.unknown', { hash: hash.slice(0, 64) });
  const { db } = program.services;
  return (await withoutTenant(db, (tx) => getDefinition(tx, found.hash))).json as Definition;
}
