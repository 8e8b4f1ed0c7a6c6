import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react';
import { listen } from '../../client/index.ts';
import { useSession } from '../session/session.tsx';

/** What the server tells while it happens; `restored` is our own: the line was down, so anything may have changed. */
export type LiveEvent =
  | { readonly kind: 'change'; readonly id: string; readonly version: number }
  | { readonly kind: 'notices'; readonly unread: number }
  | { readonly kind: 'restored' };

type Listener = (event: LiveEvent) => void;

interface Live {
  readonly connected: boolean;
  subscribe(listener: Listener): () => void;
}

const LiveContext = createContext<Live>({ connected: true, subscribe: () => () => {} });

export function LiveProvider(props: { readonly children: ReactNode }) {
  const { state, me } = useSession();
  const [connected, setConnected] = useState(true);
  const listeners = useRef(new Set<Listener>());
  const post = me?.post ?? null;

  useEffect(() => {
    if (state !== 'in' || post === null) return;
    const tell = (event: LiveEvent) => {
      for (const listener of listeners.current) listener(event);
    };
    return listen(
      '/api/events',
      {
        open: (path) => new EventSource(path),
        later: (run, milliseconds) => {
          const timer = setTimeout(run, milliseconds);
          return () => clearTimeout(timer);
        },
      },
      {
        events: ['change', 'notices'],
        onEvent: (_, data) => {
          if (isUnread(data)) tell({ kind: 'notices', unread: data.unread });
          else if (isCaseChange(data)) tell({ kind: 'change', id: data.id, version: data.version });
        },
        onRestored: () => tell({ kind: 'restored' }),
        onState: setConnected,
      },
    );
  }, [state, post]);

  const live = useMemo<Live>(
    () => ({
      connected: connected || state !== 'in',
      subscribe: (listener) => {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [connected, state],
  );
  return <LiveContext value={live}>{props.children}</LiveContext>;
}

function isCaseChange(data: unknown): data is { readonly id: string; readonly version: number } {
  return (
    typeof data === 'object' &&
    data !== null &&
    'id' in data &&
    typeof data.id === 'string' &&
    'version' in data &&
    typeof data.version === 'number'
  );
}

function isUnread(data: unknown): data is { readonly unread: number } {
  return typeof data === 'object' && data !== null && 'unread' in data && typeof data.unread === 'number';
}

/** Hears what happens for as long as the component is there. */
export function useLive(listener: Listener): void {
  const { subscribe } = use(LiveContext);
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => subscribe((event) => latest.current(event)), [subscribe]);
}

export function useConnected(): boolean {
  return use(LiveContext).connected;
}

/** Runs something once things have been quiet for a while, however often it was asked for. */
export function useSettled(run: () => void, milliseconds: number): () => void {
  const latest = useRef(run);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(
    () => () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latest.current(), milliseconds);
    },
    [milliseconds],
  );
}
