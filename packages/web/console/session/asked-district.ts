import type { Words } from '@huying/kit/error';
import { useQuery } from '@tanstack/react-query';
import { useSession } from './session.tsx';

export interface AskedDistrict {
  readonly code: string;
  readonly name: Words;
}

/** The district that the address names: `/?district=440199`. It stays where it is: the router goes on to another address after signing in. */
const named = typeof location === 'undefined' ? null : new URLSearchParams(location.search).get('district');

/** The district one is about to sign in to: that of the address, or the only one there is; undefined where there are several. */
export function useAskedDistrict(): AskedDistrict | undefined {
  const { client, state } = useSession();
  const asked = useQuery({
    queryKey: ['asked-district'],
    queryFn: ({ signal }) =>
      client.read<{ readonly district: AskedDistrict | null }>(
        '/api/sessions/district',
        named === null ? {} : { district: named },
        signal,
      ),
    enabled: state === 'out',
    staleTime: Number.POSITIVE_INFINITY,
  });
  return asked.data?.district ?? undefined;
}

/** What signing in says of the district: nothing, unless the address chose one. */
export function districtSent(asked: AskedDistrict | undefined): { readonly district?: string } {
  return asked !== undefined && asked.code === named ? { district: asked.code } : {};
}
