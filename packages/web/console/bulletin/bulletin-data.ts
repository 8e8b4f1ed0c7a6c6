import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { BulletinList, BulletinView, Performance } from '../../client/index.ts';
import { useSession } from '../session/index.ts';

/** Bulletins and papers the reader may see, page after page. */
export function useBulletins() {
  const { client, me } = useSession();
  return useInfiniteQuery({
    queryKey: ['bulletins', me?.post],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => client.read<BulletinList>('/api/bulletins', { cursor: pageParam }, signal),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** One paper, as it was frozen. */
export function useBulletin(id: string) {
  const { client } = useSession();
  return useQuery({
    queryKey: ['bulletin', id],
    queryFn: ({ signal }) => client.read<BulletinView>(`/api/bulletins/${id}`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** Something that is done to papers, and what is read again after it. */
export function useBulletinAct() {
  const { client } = useSession();
  const queries = useQueryClient();
  return useCallback(
    async <T>(path: string, body: unknown, version?: number): Promise<T> => {
      const key = crypto.randomUUID();
      const sent = version === undefined ? { key } : { key, version };
      try {
        return await client.write<T>('POST', path, body, sent);
      } finally {
        await queries.invalidateQueries({ queryKey: ['bulletin'] });
        void queries.invalidateQueries({ queryKey: ['bulletins'] });
      }
    },
    [client, queries],
  );
}

export function usePerformance(year: number, asOf: string | undefined) {
  const { client, me } = useSession();
  return useQuery({
    queryKey: ['performance', me?.post, year, asOf],
    queryFn: ({ signal }) => client.read<Performance>('/api/performance', { year, asOf }, signal),
    placeholderData: keepPreviousData,
  });
}
