import { useQueries, useQuery } from '@tanstack/react-query';
import type { PromiseRow } from '../../client/index.ts';
import { useSession } from '../session/index.ts';
import { classOf } from './classes.ts';
import { lightOf, type Shown } from './lights.ts';

/** Something that has a place: its shape tells its class, its colour its light; hollow where there is no evidence. */
export interface Placed {
  readonly id: string;
  readonly to: string;
  readonly name: string;
  readonly shape: 'circle' | 'square' | 'triangle';
  readonly light: Shown;
  readonly hollow: boolean;
  readonly longitude: number;
  readonly latitude: number;
}

const SHAPE = { livelihood: 'circle', project: 'square', other: 'triangle' } as const;

/** A promise where it has a place of its own. */
export function placedOf(row: PromiseRow): readonly Placed[] {
  if (row.longitude === null || row.latitude === null) return [];
  return [
    {
      id: row.id,
      to: `/promises/${row.id}`,
      name: row.title,
      shape: SHAPE[classOf(row)],
      light: lightOf(row.light),
      hollow: row.evidence === 'none',
      longitude: row.longitude,
      latitude: row.latitude,
    },
  ];
}

/** A place where a promise is carried out, with the light of the promise. */
export interface SitePoint {
  readonly id: string;
  readonly name: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly hasEvidence: boolean;
}

/** The sites of a promise as places. */
export function sitesPlaced(row: PromiseRow, sites: readonly SitePoint[]): readonly Placed[] {
  return sites.flatMap(({ id, name, longitude, latitude, hasEvidence }) =>
    longitude === null || latitude === null
      ? []
      : [
          {
            id,
            to: `/promises/${row.id}`,
            name: `${row.title} · ${name}`,
            shape: SHAPE[classOf(row)],
            light: lightOf(row.light),
            hollow: !hasEvidence,
            longitude,
            latitude,
          },
        ],
  );
}

interface ProjectPoints {
  readonly points: readonly {
    readonly promise: string;
    readonly site: string | null;
    readonly name: string | null;
    readonly longitude: number;
    readonly latitude: number;
    readonly evidence: string;
  }[];
}

interface SiteList {
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly longitude: number | null;
    readonly latitude: number | null;
    readonly photos: readonly string[];
  }[];
}

/** At most so many livelihood projects are asked for their sites: there are about ten in a year. */
const MOST = 20;

/** Everything of the year that has a place: promises, the sites of livelihood projects, those of key projects. */
export function usePlaced(year: number, rows: readonly PromiseRow[]): readonly Placed[] {
  const { client } = useSession();
  const projects = useQuery({
    queryKey: ['promises', 'points', year],
    queryFn: ({ signal }) => client.read<ProjectPoints>('/api/projects/points', { year }, signal),
    staleTime: 60_000,
  });
  const livelihood = rows.filter((row) => classOf(row) === 'livelihood').slice(0, MOST);
  const sites = useQueries({
    queries: livelihood.map(({ id }) => ({
      queryKey: ['promises', 'sites', id],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        client.read<SiteList>(`/api/livelihood/projects/${id}/sites`, {}, signal),
      staleTime: 60_000,
    })),
  });
  const ofLivelihood = livelihood.flatMap((row, at) =>
    sitesPlaced(
      row,
      (sites[at]?.data?.items ?? []).map(({ photos, ...site }) => ({ ...site, hasEvidence: photos.length > 0 })),
    ),
  );
  const ofProjects = (projects.data?.points ?? []).flatMap(({ promise, site, name, evidence, ...at }) => {
    const row = rows.find(({ id }) => id === promise);
    // A project's own place is among the promises already.
    if (row === undefined || site === null) return [];
    return sitesPlaced(row, [{ id: site, name: name ?? '', hasEvidence: evidence !== 'none', ...at }]);
  });
  return [...rows.flatMap(placedOf), ...ofLivelihood, ...ofProjects];
}
