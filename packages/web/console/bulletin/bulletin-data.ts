import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import {
  type BulletinList,
  type BulletinView,
  type Locale,
  type Performance,
  queryText,
  Refusal,
  Unreachable,
} from '../../client/index.ts';
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

/** Fetches a paper as a file and hands it to the browser to be saved. Throws Refusal, Unreachable. */
export async function savePaper(id: string, format: 'pdf' | 'docx' | 'xlsx', locale: Locale): Promise<void> {
  let response: Response;
  try {
    response = await fetch(`/api/bulletins/${id}/document.${format}${queryText({})}`, {
      credentials: 'same-origin',
      headers: { 'accept-language': locale },
    });
  } catch (cause) {
    throw new Unreachable(cause);
  }
  if (!response.ok) throw new Refusal(response.status, await response.json().catch(() => undefined));
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  link.download = encoded === undefined ? `document.${format}` : decodeURIComponent(encoded);
  link.click();
  URL.revokeObjectURL(address);
}
