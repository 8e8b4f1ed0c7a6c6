import { useQuery } from '@tanstack/react-query';
import type { Definition, DefinitionEntry } from '../../client/index.ts';
import { useSession } from '../session/index.ts';

/** The case types there are, each with the hash of its present definition. */
export function useDefinitions() {
  const { client } = useSession();
  return useQuery({
    queryKey: ['definitions'],
    queryFn: () => client.read<readonly DefinitionEntry[]>('/api/definitions'),
    staleTime: 5 * 60_000,
  });
}

/** A definition by its hash: it never changes. */
export function useDefinition(hash: string | undefined) {
  const { client } = useSession();
  return useQuery({
    queryKey: ['definition', hash],
    queryFn: () => client.read<Definition>(`/api/definitions/${hash}`),
    enabled: hash !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
