import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId } from 'react';
import { Link } from 'react-router';
import type { SimilarCases } from '../../client/index.ts';
import { useMoments, useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { Barred } from './action-button.tsx';

/** Cases of the same matter nearby and at about the same time. It is a hint: where there are none, or it cannot be asked, nothing is shown. */
export function SimilarPanel(props: {
  readonly id: string;
  /** Cases that were merged with this one already. */
  readonly merged: ReadonlySet<string>;
  /** Merges the case at hand into the one of a number; absent where the reader may not. */
  readonly onMerge?: ((number: string) => void) | undefined;
}) {
  const { client } = useSession();
  const { t } = useReader();
  const { at } = useMoments();
  const { data } = useQuery({
    queryKey: ['case-similar', props.id],
    queryFn: ({ signal }) => client.read<SimilarCases>(`/api/cases/${props.id}/similar`, {}, signal),
    staleTime: 60_000,
    retry: false,
  });
  const items = data?.items.filter(({ id }) => !props.merged.has(id)) ?? [];
  if (items.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="similar">
      <h2 id="similar">
        {t('case.similar')} <span className="quiet num">{items.length}</span>
      </h2>
      <ul className="lines">
        {items.map((one) => (
          <li key={one.id}>
            <Link to={`/cases/${one.id}`} className="num">
              {one.number}
            </Link>{' '}
            {one.title}
            <span className="under quiet num">
              {[t('case.similarMetres', { metres: one.metres }), at(one.openedAt)].join(' · ')}
            </span>
            {props.onMerge && <MergeButton one={one} onMerge={props.onMerge} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Merges the case at hand into one; where that would be refused it says why instead. */
function MergeButton(props: {
  readonly one: SimilarCases['items'][number];
  readonly onMerge: (number: string) => void;
}) {
  const { number, barred } = props.one;
  const { t, say } = useReader();
  const id = useId();
  const button = (
    <Button
      size="small"
      className="merge action"
      data-merge={number}
      aria-label={t('case.mergeIntoOf', { number })}
      aria-disabled={barred !== null}
      aria-describedby={barred === null ? undefined : id}
      onClick={() => {
        if (barred === null) props.onMerge(number);
      }}
    >
      {t('case.mergeInto')}
    </Button>
  );
  if (barred === null) return button;
  return (
    <Barred id={id} reason={say(barred)}>
      {button}
    </Barred>
  );
}
