import type { Words } from '@huying/kit/error';
import type { PromiseWorld } from './promise-world.ts';

/** Says units and posts in words. */
export interface PromiseNames {
  unit(id: string | null): { readonly id: string; readonly name: Words } | null;
  /** The person who holds a post. */
  person(post: string | null): string | null;
}

/** Names as they hold now, from memory. */
export function promiseNames({ org }: PromiseWorld): PromiseNames {
  return {
    unit(id) {
      const unit = id === null ? undefined : org.unit(id);
      return unit === undefined ? null : { id: unit.id, name: unit.name };
    },
    person: org.holderName,
  };
}
