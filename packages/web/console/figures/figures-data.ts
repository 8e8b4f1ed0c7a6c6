import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  FigureBurden,
  FigurePeriods,
  FigureSheet,
  GroupedBy,
  ProjectTable,
  TargetBoard,
} from '../../client/index.ts';
import { useSession } from '../session/index.ts';

/** The sheet of a month. It stays as it was read while somebody types. */
export function useSheet(month: string) {
  const { client, me } = useSession();
  return useQuery({
    queryKey: ['figures', me?.post, month],
    queryFn: ({ signal }) => client.read<FigureSheet>('/api/figures', { month }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    gcTime: 0,
  });
}

/** Frozen periods of a year and the days of their release. */
export function usePeriods(year: number) {
  const { client, me } = useSession();
  return useQuery({
    queryKey: ['figure-periods', me?.post, year],
    queryFn: ({ signal }) => client.read<FigurePeriods>('/api/figures/periods', { year }, signal),
    staleTime: 60_000,
  });
}

/** What was asked of units in the months from one to another. */
export function useBurden(from: string, to: string) {
  const { client, me } = useSession();
  return useQuery({
    queryKey: ['figure-burden', me?.post, from, to],
    queryFn: ({ signal }) => client.read<FigureBurden>('/api/figures/burden', { from, to }, signal),
    staleTime: 60_000,
  });
}

export function useTargets(year: number) {
  const { client, me } = useSession();
  return useQuery({
    queryKey: ['targets', me?.post, year],
    queryFn: ({ signal }) => client.read<TargetBoard>('/api/targets', { year }, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}

export function useProjects(year: number, by: GroupedBy) {
  const { client, me } = useSession();
  return useQuery({
    queryKey: ['projects', me?.post, year, by],
    queryFn: ({ signal }) => client.read<ProjectTable>('/api/projects', { year, by }, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}

/** What figures change is read anew everywhere. */
export function useReread() {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(
      ['figures', 'figure-periods', 'figure-burden', 'targets', 'projects', 'promises'].map((key) =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    );
  };
}

/** A file's bytes as base64. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
