import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { CaseView } from '../../client/index.ts';
import { useSession } from '../session/index.ts';
import { useLive, useSettled } from '../shell/live.tsx';

/**
 * A case as it was opened, and what became of it meanwhile: the page shows the former until the reader asks for the
 * latter, so that nothing changes under their hands.
 */
export function useCase(id: string) {
  const { client } = useSession();
  const queries = useQueryClient();
  const read = (signal?: AbortSignal) => client.read<CaseView>(`/api/cases/${id}`, {}, signal);
  const opened = useQuery({
    queryKey: ['case', id],
    queryFn: ({ signal }) => read(signal),
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [latest, setLatest] = useState<CaseView>();
  const look = useSettled(() => {
    read().then(
      (view) => setLatest(view),
      // The live line only hints; what is wrong will be told when something is asked for.
      () => {},
    );
  }, 400);
  const version = opened.data?.version;
  useLive((event) => {
    if (event.kind === 'restored' || (event.kind === 'change' && event.id === id && event.version !== version)) look();
  });

  const reload = useCallback(async () => {
    const view = await client.read<CaseView>(`/api/cases/${id}`);
    setLatest(undefined);
    queries.setQueryData(['case', id], view);
    return view;
  }, [client, id, queries]);

  const changed =
    latest !== undefined && latest.id === id && version !== undefined && latest.version > version ? latest : undefined;
  return { view: opened.data, error: opened.error, isPending: opened.isPending, changed, reload };
}

/** What happened to a case since a version of it was read. */
export function happenedSince(before: CaseView, after: CaseView) {
  const last = before.timeline.at(-1)?.seq ?? -1;
  return after.timeline.filter((entry) => entry.seq > last);
}
