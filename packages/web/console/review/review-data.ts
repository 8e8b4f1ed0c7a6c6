import type {
  Comparison,
  Decided,
  ItemView,
  PlanReceipt,
  PlanRow,
  PlanView,
  ReportRow,
  ReportView,
} from '@huying/server/promise';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryText } from '../../client/index.ts';
import { useSession } from '../session/index.ts';

export type { Comparison, ItemView, PlanRow, PlanView, ReportRow, ReportView };

export interface ItemList {
  readonly items: readonly ItemView[];
  readonly progress: Decided['progress'];
  readonly state: string;
}

interface ReportList {
  readonly items: readonly ReportRow[];
  readonly edits: boolean;
}

/** Work reports; none for units, who work with the plans that come of them. */
export function useReports() {
  const { client } = useSession();
  return useQuery({
    queryKey: ['reports'],
    queryFn: ({ signal }) => client.read<ReportList>('/api/reports', {}, signal),
  });
}

export function usePlans() {
  const { client } = useSession();
  return useQuery({
    queryKey: ['plans'],
    queryFn: async ({ signal }) => (await client.read<{ items: readonly PlanRow[] }>('/api/plans', {}, signal)).items,
  });
}

/** A report with its text, which never changes. */
export function useReport(id: string) {
  const { client } = useSession();
  return useQuery({
    queryKey: ['report', id],
    queryFn: ({ signal }) => client.read<ReportView>(`/api/reports/${id}`, {}, signal),
    staleTime: 300_000,
  });
}

export function useItems(id: string) {
  const { client } = useSession();
  return useQuery({
    queryKey: ['report-items', id],
    queryFn: ({ signal }) => client.read<ItemList>(`/api/reports/${id}/items`, {}, signal),
  });
}

export interface LikeProject {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly likeness: number;
  readonly suggested: boolean;
}

/** The livelihood projects of the year that an item can be, the likest first. */
export function useLikeProjects(report: string, no: number) {
  const { client } = useSession();
  return useQuery({
    queryKey: ['like-projects', report, no],
    queryFn: async ({ signal }) => {
      const path = `/api/reports/${report}/items/${no}/projects`;
      return (await client.read<{ readonly items: readonly LikeProject[] }>(path, {}, signal)).items;
    },
    staleTime: 60_000,
  });
}

export interface Decision {
  /** accept, dismiss, reopen, assign, split, tie; or merge, of several items. */
  readonly does: 'accept' | 'dismiss' | 'reopen' | 'assign' | 'split' | 'merge' | 'tie';
  readonly item: ItemView;
  readonly body: unknown;
}

/** Decides on an item; the list is put right at once from the answer, and read anew where somebody was quicker. */
export function useDecision(report: string) {
  const { client } = useSession();
  const queries = useQueryClient();
  const key = ['report-items', report];
  return useMutation({
    mutationFn: ({ does, item, body }: Decision) => {
      const merges = does === 'merge';
      const path = merges ? `/api/reports/${report}/merge` : `/api/reports/${report}/items/${item.no}/${does}`;
      const sent = { key: crypto.randomUUID(), ...(merges ? {} : { version: item.version }) };
      return client.write<Decided>('POST', path, body, sent);
    },
    onSuccess: (decided, { does }) => {
      queries.setQueryData<ItemList>(key, (list) => list && withDecided(list, decided));
      if (does === 'merge') void queries.invalidateQueries({ queryKey: key });
      void queries.invalidateQueries({ queryKey: ['reports'], refetchType: 'none' });
    },
    // Waited for: the refusal is shown together with what was decided, not beside buttons that no longer hold.
    onError: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: key }),
        queries.invalidateQueries({ queryKey: ['report', report] }),
      ]),
  });
}

/** The list with what a decision changed and made, in the order of the report. */
export function withDecided(list: ItemList, { item, made, progress, state }: Decided): ItemList {
  const changed = new Map([item, ...made].map((one) => [one.no, one]));
  const kept = list.items.map((one) => changed.get(one.no) ?? one);
  const known = new Set(list.items.map(({ no }) => no));
  const items = [...kept, ...made.filter(({ no }) => !known.has(no))].sort(
    (a, b) => (a.clauses[0] ?? 0) - (b.clauses[0] ?? 0) || a.no - b.no,
  );
  return { items, progress, state };
}

export function useComparison(report: string, other: string | undefined) {
  const { client } = useSession();
  return useQuery({
    queryKey: ['report-comparison', report, other],
    queryFn: ({ signal }) => client.read<Comparison>(`/api/reports/${report}/compare`, { with: other }, signal),
  });
}

export function usePlan(id: string) {
  const { client } = useSession();
  return useQuery({
    queryKey: ['plan', id],
    queryFn: ({ signal }) => client.read<PlanView>(`/api/plans/${id}`, {}, signal),
  });
}

/** A step of a plan: `send`, `answer`, `decide`, `issue`, `lines/…`, `comments/…`. */
export function usePlanStep(plan: string) {
  const { client } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      step,
      body,
      version,
    }: {
      readonly step: string;
      readonly body: unknown;
      readonly version?: number;
    }) =>
      client.write<PlanReceipt>('POST', `/api/plans/${plan}/${step}`, body, {
        key: crypto.randomUUID(),
        ...(version === undefined ? {} : { version }),
      }),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['plan', plan] });
      void queries.invalidateQueries({ queryKey: ['plans'] });
      void queries.invalidateQueries({ queryKey: ['reports'] });
    },
  });
}

export function useDraftPlan() {
  const { client } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (report: string) =>
      client.write<PlanReceipt>('POST', `/api/reports/${report}/plans`, {}, { key: crypto.randomUUID() }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['plans'] }),
  });
}

export interface ReportUpload {
  readonly file: File;
  readonly year?: number | undefined;
  readonly despite: readonly string[];
}

export interface Uploaded {
  readonly id: string;
  readonly year: number;
  readonly edition: number;
  readonly clauses: number;
  readonly items: number;
  readonly kept: number;
  readonly changed: readonly string[];
}

/** Fails with `Refusal` or `Unreachable`. */
export function useReportUpload() {
  const { client } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, year, despite }: ReportUpload) =>
      client.sendFile<Uploaded>(`/api/reports${queryText({ year, despite: despite.join(',') })}`, file),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['reports'] }),
  });
}
