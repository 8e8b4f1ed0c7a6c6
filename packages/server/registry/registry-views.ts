import type { Tx } from '../db/index.ts';
import { readStamp } from '../tenant/index.ts';
import { type RegistryView, registryView } from './registry-view.ts';
import { readRecords } from './store.ts';

/** The registries of all districts in the memory of this process. */
export interface RegistryViews {
  /**
   * The registries of a district. Whether they have changed is looked at once a second at most, by one small query, and at once after a change made by this
   * process; they are read again only when they have.
   * @param now the moment of the operation, epoch milliseconds.
   */
  current(tx: Tx, tenant: string, now: number): Promise<RegistryView>;
  /** Makes the next look be at the database; called after a change is committed. */
  forget(tenant: string): void;
}

const lookAgainAfter = 1000;

interface Held {
  readonly view: RegistryView;
  /** When the stamp was last looked at; null: look before use. */
  readonly looked: number | null;
}

export function registryViews(): RegistryViews {
  const held = new Map<string, Held>();
  const changes = new Map<string, number>();
  return {
    async current(tx, tenant, now) {
      const here = held.get(tenant);
      if (here && here.looked !== null && Math.abs(now - here.looked) < lookAgainAfter) return here.view;
      const change = changes.get(tenant);
      const stamp = await tx.gather(readStamp, { tenant, part: 'registry' });
      // Read in this order, what is committed in between is held under the older stamp, and read again.
      const view = here?.view.stamp === stamp ? here.view : registryView(await readRecords(tx, tenant, null), stamp);
      // What changed while we looked was perhaps not seen.
      held.set(tenant, { view, looked: changes.get(tenant) === change ? now : null });
      return view;
    },
    forget(tenant) {
      changes.set(tenant, (changes.get(tenant) ?? 0) + 1);
      const here = held.get(tenant);
      if (here) held.set(tenant, { ...here, looked: null });
    },
  };
}
