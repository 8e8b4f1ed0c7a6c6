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
import { type Locale, Refusal, Unreachable } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
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

export interface Decision {
  /** accept, dismiss, reopen, assign, split; or merge, of several items. */
  readonly does: 'accept' | 'dismiss' | 'reopen' | 'assign' | 'split' | 'merge';
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

export function useReportUpload() {
  const { locale } = useReader();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (upload: ReportUpload) => sendReport(upload, locale),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['reports'] }),
  });
}

/** Fails with `Refusal` or `Unreachable`. */
async function sendReport({ file, year, despite }: ReportUpload, locale: Locale): Promise<Uploaded> {
  const query = new URLSearchParams();
  if (year !== undefined) query.set('year', String(year));
  if (despite.length > 0) query.set('despite', despite.join(','));
  const form = new FormData();
  form.append('file', file, file.name);
  const response = await fetch(`/api/reports?${query}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'accept-language': locale, 'x-huying': '1' },
    body: form,
  }).catch((cause: unknown) => {
    throw new Unreachable(cause);
  });
  const told: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new Refusal(response.status, told);
  return told as Uploaded;
}
