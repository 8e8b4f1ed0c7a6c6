import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CasePage, SearchAnswer, WorklistEntry } from '../../client/index.ts';
import { useSession } from '../session/index.ts';
import { useLive, useSettled } from '../shell/live.tsx';
import { arrivalsOf } from './arrivals.ts';
import { type CaseFilter, cqlOf } from './case-filter.ts';

type Hits = SearchAnswer['hits'];

const PAGE = 50;

/** The reader's worklists with their counts, counted anew when things have happened. */
export function useWorklists() {
  const { client } = useSession();
  const queries = useQueryClient();
  const recount = useSettled(() => void queries.invalidateQueries({ queryKey: ['worklists'] }), 800);
  useLive((event) => {
    if (event.kind !== 'notices') recount();
  });
  return useQuery({
    queryKey: ['worklists'],
    queryFn: ({ signal }) => client.read<readonly WorklistEntry[]>('/api/worklists', {}, signal),
  });
}

/** A list of cases: its pages as they were when asked for, their rows kept up to date, and how many are new since. */
export function useCaseList(worklist: string | undefined, filter: CaseFilter) {
  const { client } = useSession();
  const queries = useQueryClient();
  const asked = {
    worklist,
    filter: cqlOf(filter),
    // Of a unit alone only the name is wanted: the filter says the rest.
    under: filter.unit || filter.own || undefined,
    q: filter.words || undefined,
  };
  const key = ['cases', asked] as const;
  const peekKey = ['cases-peek', asked] as const;
  const read = (cursor: string | undefined, signal: AbortSignal) =>
    client.read<CasePage>('/api/cases', { ...asked, cursor, limit: PAGE }, signal);

  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: worklist !== undefined,
    staleTime: 30_000,
    refetchOnReconnect: false,
  });
  const peek = useQuery({
    queryKey: peekKey,
    queryFn: ({ signal }) => read(undefined, signal),
    enabled: false,
    gcTime: 0,
  });
  const look = useSettled(() => void peek.refetch(), 800);
  useLive((event) => {
    if (event.kind !== 'notices' && pages.data !== undefined) look();
  });

  const shown = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  // What was seen in passing counts only until the list itself is read anew.
  const latest = peek.data !== undefined && peek.dataUpdatedAt > pages.dataUpdatedAt ? peek.data : undefined;
  const complete = !pages.hasNextPage && latest !== undefined && latest.next === null;
  const { rows, arrived, left } = useMemo(
    () => arrivalsOf(shown, latest?.items ?? [], complete),
    [shown, latest, complete],
  );

  const answers = pages.data?.pages.flatMap((page) => page.answer ?? []);
  const answer = answers?.at(-1);

  return {
    rows,
    /** The name of the unit it is narrowed to. */
    unit: pages.data?.pages[0]?.under,
    /** How the words searched for were understood, and how far was looked by now. */
    answer: answer && { ...answer, hits: Object.assign({}, ...(answers ?? []).map(({ hits }) => hits)) as Hits },
    arrived,
    left,
    isPending: pages.isPending,
    error: pages.error,
    hasMore: pages.hasNextPage,
    isLoadingMore: pages.isFetchingNextPage,
    loadMore: () => void pages.fetchNextPage(),
    /** Reads the list anew from its first page. */
    renew: async () => {
      queries.setQueryData<InfiniteData<CasePage, string | undefined>>(key, (data) =>
        data === undefined ? data : { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
      );
      await pages.refetch();
    },
  };
}
