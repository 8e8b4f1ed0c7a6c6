import type { CandidateRow, CandidateView, EvaluationView, SiteView, VoteRow, VoteView } from '@huying/server/promise';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PromiseRow, UnitEntry, Words } from '../../client/index.ts';
import { useSession } from '../session/index.ts';

export type { CandidateRow, CandidateView, EvaluationView, SiteView, VoteRow, VoteView };

export interface CandidateList {
  readonly items: readonly CandidateRow[];
  readonly may: {
    readonly propose: boolean;
    readonly screen: boolean;
    readonly clusters: boolean;
    readonly congress: boolean;
    readonly decide: boolean;
  };
  readonly usual: {
    readonly variant: 'decided' | 'certified' | 'electronic';
    readonly seats: number;
    readonly base: 'all' | 'present' | 'valid';
    readonly ties: 'second-round' | 'chair';
  };
}

interface Coded {
  readonly code: string;
  readonly name: Words;
}

/** Calls of one matter at one place. */
export interface Cluster {
  readonly matter: Coded;
  readonly area: Coded;
  readonly calls: number;
  readonly open: number;
  readonly last: string;
}

export type OriginCase = CandidateView['origin'][number];

export interface TotalsRead {
  readonly counts: BallotCounts | null;
  readonly totals: readonly CandidateTotal[];
}

export type CandidateTotal = NonNullable<VoteView['result']>['totals'][number];
export type BallotCounts = NonNullable<NonNullable<VoteView['result']>['counts']>;

/** What totals would come to. */
export interface Checked {
  readonly faults: readonly { readonly path: string; readonly zh: string; readonly en: string }[];
  readonly needed: number | null;
  readonly chosen: readonly string[];
  readonly tied: readonly string[];
}

const AREA = 'livelihood';
const path = '/api/livelihood';

/** Reads something of livelihood projects; everything under one key, so that a change reads all of it anew. */
function useRead<T>(at: string, query: Readonly<Record<string, string | number | undefined>> = {}, enabled = true) {
  const { client } = useSession();
  return useQuery({
    queryKey: [AREA, at, query],
    queryFn: ({ signal }) => client.read<T>(`${path}${at}`, query, signal),
    enabled,
  });
}

export const useCandidates = (year: number) => useRead<CandidateList>('/candidates', { year });
export const useCandidate = (id: string) => useRead<CandidateView>(`/candidates/${id}`);
export const useVotes = (year: number) => useRead<{ readonly items: readonly VoteRow[] }>('/votes', { year });
export const useVote = (id: string) => useRead<VoteView>(`/votes/${id}`);
export const useSites = (promise: string) =>
  useRead<{ readonly items: readonly SiteView[]; readonly may: { readonly add: boolean } }>(
    `/projects/${promise}/sites`,
  );
export const useEvaluations = (promise: string) =>
  useRead<{ readonly items: readonly EvaluationView[] }>(`/projects/${promise}/evaluations`);
export const useClusters = (period: { readonly from: string; readonly to: string; readonly by: string }) =>
  useRead<{ readonly items: readonly Cluster[] }>('/clusters', period);
export const useClusterCases = (place: Readonly<Record<string, string>>) =>
  useRead<{ readonly items: readonly OriginCase[]; readonly more: boolean }>('/clusters/cases', place);

/** The year's livelihood projects. */
export function useProjects(year: number) {
  const { client } = useSession();
  return useQuery({
    queryKey: [AREA, 'projects', year],
    queryFn: async ({ signal }) => {
      const query = { year, kind: 'livelihood' };
      return (await client.read<{ readonly items: readonly PromiseRow[] }>('/api/promises', query, signal)).items;
    },
  });
}

/** Units by name, for a choice. */
export function useUnits() {
  const { client } = useSession();
  return useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => client.read<readonly UnitEntry[]>('/api/units', {}, signal),
    staleTime: 300_000,
  });
}

interface Written {
  readonly at: string;
  readonly body: unknown;
}

/** Writes something, then reads everything of livelihood projects anew: a list changes with each of its rows. */
export function useWrite<T>() {
  const { client } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ at, body }: Written) => client.write<T>('POST', `${path}${at}`, body, { key: crypto.randomUUID() }),
    onSettled: () => queries.invalidateQueries({ queryKey: [AREA] }),
  });
}

/** Asks what totals would come to; nothing is kept. */
export function useCheck(vote: string) {
  const { client } = useSession();
  return useMutation({
    mutationFn: (body: unknown) => client.write<Checked>('POST', `${path}/votes/${vote}/check`, body),
  });
}

/** Sends a sheet. Fails with `Refusal` or `Unreachable`. */
export function useSheet<T>(at: string) {
  const { client } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => client.sendFile<T>(`${path}${at}`, file),
    onSettled: () => queries.invalidateQueries({ queryKey: [AREA] }),
  });
}
