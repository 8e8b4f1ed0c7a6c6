import type { Values } from '../../client/index.ts';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What was typed into a form, kept in the tab until it is sent: a lost line, a closed drawer, an ended session lose nothing. */
export interface Draft {
  read(): Values | undefined;
  keep(values: Values): void;
  drop(): void;
}

export function draftOf(name: string, store: Store = sessionStorage): Draft {
  const key = `huying.draft.${name}`;
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(store.getItem(key) ?? 'null');
        const isValues = typeof kept === 'object' && kept !== null && !Array.isArray(kept);
        return isValues && Object.keys(kept).length > 0 ? (kept as Values) : undefined;
      } catch {
        return undefined;
      }
    },
    keep(values) {
      try {
        store.setItem(key, JSON.stringify(values));
      } catch {
        // A full store costs the draft, not the form.
      }
    },
    drop() {
      store.removeItem(key);
    },
  };
}
