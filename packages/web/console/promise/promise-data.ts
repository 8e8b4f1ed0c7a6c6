import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ProjectDetail, PromiseGlance, PromiseStory, PromiseView } from '../../client/index.ts';
import { useSession } from '../session/index.ts';

/** Every promise of a year that the reader may see, with its course. */
export function useGlance(year: number) {
  const { client, me } = useSession();
  return useQuery({
    queryKey: ['promises', 'glance', me?.post, year],
    queryFn: ({ signal }) => client.read<PromiseGlance>('/api/promises/glance', { year }, signal),
    staleTime: 60_000,
  });
}

/** One promise with all that belongs to it; it stays as it was read until the reader or an act of theirs asks anew. */
export function usePromise(id: string) {
  const { client } = useSession();
  const queries = useQueryClient();
  const opened = useQuery({
    queryKey: ['promise', id],
    queryFn: ({ signal }) => client.read<PromiseView>(`/api/promises/${id}`, {}, signal),
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const reload = useCallback(async () => {
    const view = await client.read<PromiseView>(`/api/promises/${id}`);
    queries.setQueryData(['promise', id], view);
    void queries.invalidateQueries({ queryKey: ['promises'], refetchType: 'none' });
    for (const key of ['promise-story', 'promise-project']) void queries.invalidateQueries({ queryKey: [key, id] });
    void queries.invalidateQueries({ queryKey: ['projects'], refetchType: 'none' });
    return view;
  }, [client, id, queries]);
  return { view: opened.data, error: opened.error, isPending: opened.isPending, reload };
}

/** What a project keeps beyond the promise; undefined for every other kind. */
export function useProjectDetail({ id, kind }: Pick<PromiseView, 'id' | 'kind'>): ProjectDetail | undefined {
  const { client } = useSession();
  return useQuery({
    queryKey: ['promise-project', id],
    queryFn: ({ signal }) => client.read<ProjectDetail>(`/api/projects/${id}`, {}, signal),
    enabled: kind.id === 'project',
    retry: false,
  }).data;
}

/** The way from a citizen's call to the row of the next report. */
export function useStory(id: string) {
  const { client } = useSession();
  return useQuery({
    queryKey: ['promise-story', id],
    queryFn: ({ signal }) => client.read<PromiseStory>(`/api/promises/${id}/story`, {}, signal),
  });
}
