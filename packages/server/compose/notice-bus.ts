import type { OnNotice } from '../notify/index.ts';

/** Tells the open pages of this process that an account has something new. */
export interface NoticeBus {
  readonly emit: OnNotice;
  subscribe(listener: OnNotice): () => void;
}

export function noticeBus(): NoticeBus {
  const listeners = new Set<OnNotice>();
  return {
    emit(tenant, account) {
      for (const listener of listeners) listener(tenant, account);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
