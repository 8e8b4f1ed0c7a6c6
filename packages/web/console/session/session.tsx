import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { type Client, createClient, isRefusal, type Locale, type Me } from '../../client/index.ts';

/** How it stands with signing in. `ended` is a session that was there a moment ago: the page behind it is kept. */
export type SessionState = 'unknown' | 'out' | 'in' | 'ended' | 'failed';

export interface Session {
  readonly state: SessionState;
  readonly me: Me | undefined;
  readonly client: Client;
  readonly error: unknown;
  /** Reads anew who is signed in: after signing in, after choosing a post, after setting a password. */
  refresh(): Promise<void>;
  signedIn(me: Me): void;
  signOut(): Promise<void>;
}

const SessionContext = createContext<Session | undefined>(undefined);

export const ME = ['me'] as const;

export function SessionProvider(props: { readonly locale: () => Locale; readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [ended, setEnded] = useState(false);
  const { locale } = props;
  const client = useMemo(
    () =>
      createClient({
        fetch: (path, init) => fetch(path, init),
        locale,
        onSignedOut: () => {
          // Before anybody was signed in this is no news: the query of `me` says it.
          if (queries.getQueryData<Me | null>(ME)) setEnded(true);
        },
      }),
    [locale, queries],
  );
  const me = useQuery({
    queryKey: ME,
    queryFn: async (): Promise<Me | null> => {
      try {
        return await client.read<Me>('/api/me');
      } catch (error) {
        if (isRefusal(error) && error.status === 401) return queries.getQueryData<Me | null>(ME) ?? null;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

  const refresh = useCallback(async () => {
    await queries.refetchQueries({ queryKey: ME });
  }, [queries]);

  const signedIn = useCallback(
    (next: Me) => {
      const before = queries.getQueryData<Me | null>(ME);
      if (ended && before && before.account.id !== next.account.id) {
        // Another person must not go on in what the first one typed.
        sessionStorage.clear();
        location.reload();
        return;
      }
      queries.setQueryData(ME, next);
      setEnded(false);
      if (before) void queries.invalidateQueries();
    },
    [queries, ended],
  );

  const signOut = useCallback(async () => {
    try {
      await client.write('DELETE', '/api/sessions/current');
    } finally {
      sessionStorage.clear();
      location.assign('/');
    }
  }, [client]);

  // A session that another tab ended is noticed when this one is looked at again.
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible' && queries.getQueryData(ME))
        void client.read('/api/me').catch(() => {});
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [client, queries]);

  const session = useMemo<Session>(() => {
    const state: SessionState = me.isPending
      ? 'unknown'
      : me.isError && me.data === undefined
        ? 'failed'
        : me.data == null
          ? 'out'
          : ended
            ? 'ended'
            : 'in';
    return { state, me: me.data ?? undefined, client, error: me.error, refresh, signedIn, signOut };
  }, [me.isPending, me.isError, me.data, me.error, ended, client, refresh, signedIn, signOut]);

  return <SessionContext value={session}>{props.children}</SessionContext>;
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === undefined) throw new Error('useSession outside of SessionProvider');
  return session;
}

/** The person signed in; only below the gate, where there is one. */
export function useMe(): Me {
  const { me } = useSession();
  if (me === undefined) throw new Error('useMe before sign-in');
  return me;
}
