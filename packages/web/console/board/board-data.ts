import type { BoardView, Compared, Ended, Figure, PanelOf, PanelView, Renamed, Turn } from '@huying/server/board';
import type { MeasureDefinition, RowsBehind } from '@huying/server/measure';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Words } from '../../client/index.ts';
import { useSession } from '../session/index.ts';

export type { BoardView, Compared, Ended, Figure, MeasureDefinition, PanelOf, PanelView, Renamed, RowsBehind, Turn };

export interface BoardEntry {
  readonly id: string;
  readonly name: Words;
  readonly meaning: Words;
  readonly reads: BoardView['reads'];
}

/** What a board is asked for: absent days mean the period it opens with, an absent unit the reader's own. */
export interface BoardAsked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly unit?: string | undefined;
}

/** The boards of the reader's post. */
export function useBoards() {
  const { client, me } = useSession();
  return useQuery({
    queryKey: ['boards', me?.post],
    queryFn: ({ signal }) => client.read<readonly BoardEntry[]>('/api/boards', {}, signal),
    enabled: me?.post != null,
    staleTime: 600_000,
  });
}

const MINUTE = 60_000;

/** A board filled in; read anew every minute while its period is under way and the page is looked at. */
export function useBoard(id: string, asked: BoardAsked) {
  const { client } = useSession();
  return useQuery({
    queryKey: ['board', id, asked],
    queryFn: ({ signal }) => client.read<BoardView>(`/api/boards/${id}`, { ...asked }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.running ? MINUTE : false),
  });
}

export type Measures = ReadonlyMap<string, MeasureDefinition>;

/** What every number means, by measure. */
export function useMeasures() {
  const { client } = useSession();
  return useQuery({
    queryKey: ['measures'],
    queryFn: async ({ signal }): Promise<Measures> => {
      const all = await client.read<readonly MeasureDefinition[]>('/api/measures', {}, signal);
      return new Map(all.map((one) => [one.id, one]));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Where a number stands: with it, it opens to its cases. */
export interface NumberPlace {
  readonly measure: string;
  readonly grain: string;
  readonly value: string;
  /** Of a unit or street one matter or channel, by its code. */
  readonly by?: string;
  readonly code?: string;
  /** Of a point of a line: with the units that became part of this one within these days. */
  readonly alongFrom?: string;
  readonly alongTo?: string;
  readonly from: string;
  readonly to: string;
}

/** Counted above, measured, measured but not counted above, left out. */
export type Part = 'of' | 'among' | 'others' | 'except';

const PAGE = 30;

/** The cases behind a number, page by page. */
export function useRows(place: NumberPlace, part: Part) {
  const { client } = useSession();
  const { measure, ...rest } = place;
  return useInfiniteQuery({
    queryKey: ['measure-rows', place, part],
    queryFn: ({ pageParam, signal }) =>
      client.read<RowsBehind>(
        `/api/measures/${measure}/rows`,
        { ...rest, part, cursor: pageParam, limit: PAGE },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
