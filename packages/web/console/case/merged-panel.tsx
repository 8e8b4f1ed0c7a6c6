import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import type { CaseView, MergedCases } from '../../client/index.ts';
import { useMoments, useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { DueText } from './due-text.tsx';

/** What a case follows and what follows it, as far as it was read: those who follow come by the page. */
export interface Merged extends MergedCases {
  readonly isReading: boolean;
  /** Reads the next page. */
  readonly more: () => void;
}

/** What a case follows and what follows it; nothing is asked of a case that is merged with none. */
export function useMerged(view: CaseView): Merged | undefined {
  const { client } = useSession();
  const found = useInfiniteQuery({
    queryKey: ['case-merged', view.id, view.version],
    queryFn: ({ pageParam, signal }) =>
      client.read<MergedCases>(`/api/cases/${view.id}/merged`, { after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: view.followers > 0 || view.links.some(({ kind }) => kind === 'merged'),
    retry: false,
  });
  const pages = found.data?.pages ?? [];
  const [first] = pages;
  if (first === undefined) return undefined;
  return {
    ...first,
    followers: pages.flatMap(({ followers }) => followers),
    next: pages.at(-1)?.next ?? null,
    isReading: found.isFetchingNextPage,
    more: () => void found.fetchNextPage(),
  };
}

/** The cases that were merged with one, whichever of them follows. */
export function idsOf(merged: MergedCases | undefined): ReadonlySet<string> {
  const all = merged === undefined ? [] : [merged.into, ...merged.followers];
  return new Set(all.flatMap((one) => (one === null ? [] : [one.id])));
}

/** At the head of the page: whose answer this case waits for or had, and that what is answered here is answered to others too. */
export function MergedNote(props: { readonly merged: MergedCases; readonly follows: boolean }) {
  const { t, say } = useReader();
  const { into, intoUnseen, intoReopened, waiting, reopened } = props.merged;
  return (
    <>
      {(into !== null || intoUnseen) && (
        <Alert
          type={intoReopened ? 'warning' : 'info'}
          showIcon
          className="merged-note"
          title={
            into === null ? (
              t('case.mergedUnseen')
            ) : (
              <>
                {t('case.mergedInto')}{' '}
                <Link to={`/cases/${into.id}`} className="num">
                  {into.number}
                </Link>{' '}
                {into.title} <span className="mark">{say(into.state.label)}</span>
              </>
            )
          }
          description={t(props.follows ? 'case.mergedWaits' : intoReopened ? 'case.mergedReopened' : 'case.mergedDone')}
        />
      )}
      {reopened && <AnsweredNote merged={props.merged} />}
      {waiting > 0 && (
        <Alert type="info" showIcon className="merged-note" title={t('case.mergedMain', { count: waiting })} />
      )}
    </>
  );
}

/** Followers that a note names; the panel lists them all. */
const NAMED = 5;

/** On a case that was reopened: whom its answer went to, and that they do not follow again by themselves. */
function AnsweredNote({ merged }: { readonly merged: MergedCases }) {
  const { t } = useReader();
  const named = merged.followers.filter(({ closedAt }) => closedAt !== null).slice(0, NAMED);
  return (
    <Alert
      type="warning"
      showIcon
      className="merged-note"
      title={t('case.mergedAnswered', { count: merged.answered })}
      description={
        <>
          <p>{t('case.mergedAnsweredHow')}</p>
          {named.length > 0 && (
            <ul className="merged-names num">
              {named.map(({ id, number }) => (
                <li key={id}>
                  <Link to={`/cases/${id}`}>{number}</Link>
                </li>
              ))}
              {merged.answered > named.length && (
                <li>{t('case.mergedAnsweredMore', { count: merged.answered - named.length })}</li>
              )}
            </ul>
          )}
        </>
      }
    />
  );
}

/** The cases that follow this one, each with the time its own caller was promised. */
export function FollowersPanel({ merged }: { readonly merged: Merged }) {
  const { t, say } = useReader();
  const { at } = useMoments();
  if (merged.count === 0) return null;
  return (
    <section className="panel" aria-labelledby="followers">
      <h2 id="followers">
        {t('case.followers')} <span className="quiet num">{merged.count}</span>
      </h2>
      <ul className="lines">
        {merged.followers.map((one) => (
          <li key={one.id}>
            <Link to={`/cases/${one.id}`} className="num">
              {one.number}
            </Link>{' '}
            {one.title} <span className="mark">{say(one.state.label)}</span>
            <span className="under quiet num">{t('case.followerOpened', { at: at(one.openedAt) })}</span>
            {one.closedAt === null && <DueText due={one.due} light={one.light} />}
          </li>
        ))}
      </ul>
      {merged.next !== null && (
        <footer className="list-foot quiet num">
          <Button size="small" loading={merged.isReading} onClick={merged.more}>
            {t('work.more')}
          </Button>
          {t('case.followersShown', { shown: merged.followers.length, count: merged.count - merged.unseen })}
        </footer>
      )}
      {merged.unseen > 0 && <p className="quiet">{t('case.followersUnseen', { count: merged.unseen })}</p>}
    </section>
  );
}
