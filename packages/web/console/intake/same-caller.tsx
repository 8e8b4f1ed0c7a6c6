import { isPhone, plainPhone } from '@huying/kit/field';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { Link } from 'react-router';
import type { Definition, EarlierCase } from '../../client/index.ts';
import { useMoments, useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';

/** Earlier tickets of the number being typed, once it is a whole number. */
export function SameCaller(props: { readonly phone: string; readonly definition: Definition }) {
  const { client } = useSession();
  const { t, say } = useReader();
  const { at } = useMoments();
  const typed = useDeferredValue(plainPhone(props.phone));
  const whole = isPhone(typed);
  const earlier = useQuery({
    queryKey: ['same-caller', typed],
    // A number never stands in an address; the answer is not kept once the page is left.
    queryFn: async () =>
      (
        await client.write<{ readonly items: readonly EarlierCase[] }>('POST', '/api/cases/same-caller', {
          phone: typed,
        })
      ).items,
    enabled: whole,
    gcTime: 0,
  });
  const { definition } = props;
  return (
    <section className="panel same-caller" data-asked={whole} aria-labelledby="same-caller" aria-live="polite">
      <h2 id="same-caller">{t('intake.history')}</h2>
      {!whole && <p className="quiet">{t('intake.historyHint')}</p>}
      {whole && earlier.error && <ErrorNote error={earlier.error} />}
      {whole && earlier.data?.length === 0 && <p className="quiet">{t('intake.historyNone')}</p>}
      {whole && (
        <ul className="lines">
          {earlier.data?.map((one) => {
            const state = definition.words[`${definition.id}/states/${one.state}`];
            return (
              <li key={one.id}>
                <Link to={`/cases/${one.id}`} target="_blank">
                  {one.title}
                </Link>
                <span className="under quiet num">
                  {one.number} · {state ? say(state) : one.state} · {at(one.openedAt)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
