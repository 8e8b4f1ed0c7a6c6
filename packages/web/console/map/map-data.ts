import type { Tile } from '@huying/kit/map';
import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Light } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { useLive, useSettled } from '../shell/live.tsx';
import type { Bounds } from './camera.ts';
import { type DecodedTile, decodedTile } from './decoded-tile.ts';

interface LayerAbout {
  readonly bounds: Bounds;
  readonly maxzoom: number;
  readonly attribution: string;
}

/** What a layer covers, how deep it goes, and what must be said of it. */
export function useLayer(layer: 'areas' | 'cases') {
  const { client } = useSession();
  const { locale } = useReader();
  return useQuery({
    queryKey: ['map-layer', layer, locale],
    queryFn: ({ signal }) => client.read<LayerAbout>(`/api/tiles/${layer}`, {}, signal),
    staleTime: 300_000,
    placeholderData: keepPreviousData,
  });
}

/** The tiles of a layer. While others are on their way those seen before stay, so that nothing blinks. */
export function useTiles(layer: 'areas' | 'cases', tiles: readonly Tile[], lights: readonly Light[] | undefined) {
  const { client } = useSession();
  const query = lights === undefined ? '' : `?${new URLSearchParams(lights.map((light) => ['light', light]))}`;
  const results = useQueries({
    queries: (lights?.length === 0 ? [] : tiles).map((tile) => ({
      queryKey: ['map-tile', layer, `${tile.z}/${tile.x}/${tile.y}${query}`],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
        const bytes = await client.bytes(`/api/tiles/${layer}/${tile.z}/${tile.x}/${tile.y}.mvt${query}`, signal);
        return decodedTile(tile, layer, bytes);
      },
      staleTime: layer === 'areas' ? 300_000 : 10_000,
      gcTime: 60_000,
    })),
  });
  const shown = useRef<readonly DecodedTile[]>([]);
  const whole = results.every(({ data }) => data !== undefined);
  const fresh = results.flatMap(({ data }) => (data === undefined ? [] : [data]));
  useEffect(() => {
    if (whole) shown.current = fresh;
  });
  return {
    tiles: whole ? fresh : shown.current,
    isLoading: !whole,
    error: results.find(({ error }) => error !== null)?.error ?? null,
  };
}

/** Asks for the cases anew when things have happened, not more often than they are made anew. */
export function useFreshCases(): void {
  const queries = useQueryClient();
  const renew = useSettled(() => void queries.invalidateQueries({ queryKey: ['map-tile', 'cases'] }), 2_000);
  useLive((event) => {
    if (event.kind !== 'notices') renew();
  });
}
