import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Skeleton } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { ActionView, CaseView, Values } from '../../client/index.ts';
import { useMoments, usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { formKeys, type PageKey, useKeys } from '../shell/keys.ts';
import { placeInTrail, readTrail } from '../work/case-trail.ts';
import { actionLetters } from './action-letters.ts';
import { ActionRow } from './action-row.tsx';
import { useCase } from './case-data.ts';
import { ChangeNote } from './change-note.tsx';
import { ClockPanel } from './clock-panel.tsx';
import { useDefinition } from './definitions.ts';
import { DueText } from './due-text.tsx';
import { FieldPanel } from './field-panel.tsx';
import { FileList } from './file-list.tsx';
import { LightMark } from './light-mark.tsx';
import { LinkPanel } from './link-panel.tsx';
import { FollowersPanel, idsOf, MergedNote, useMerged } from './merged-panel.tsx';
import { PlacePanel } from './place-panel.tsx';
import { SimilarPanel } from './similar-panel.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import { WaitingPanel } from './waiting-panel.tsx';

const ActionDrawer = lazy(async () => ({ default: (await import('./action-drawer.tsx')).ActionDrawer }));
const PhotoStrip = lazy(async () => ({ default: (await import('./photo-strip.tsx')).PhotoStrip }));

export function CasePage() {
  const { id = '' } = useParams();
  return <OneCase key={id} id={id} />;
}

function OneCase({ id }: { readonly id: string }) {
  const { t } = useReader();
  const { view, error, isPending, changed, reload } = useCase(id);
  usePageTitle(view ? `${view.number} ${view.title}` : '');
  if (isPending) {
    return (
      <div className="case">
        <Skeleton active />
      </div>
    );
  }
  if (view === undefined) {
    return (
      <div className="case">
        <ErrorNote error={error} action={<Link to={readTrail()?.from ?? '/work'}>{t('case.back')}</Link>} />
      </div>
    );
  }
  return <CaseBody view={view} changed={changed} reload={reload} />;
}

function CaseBody(props: {
  readonly view: CaseView;
  readonly changed: CaseView | undefined;
  readonly reload: () => Promise<CaseView>;
}) {
  const { view, changed, reload } = props;
  const { t, say } = useReader();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [search, setSearch] = useSearchParams();
  const definition = useDefinition(view.definition).data;
  const [acting, setActing] = useState<Acting>();
  const merged = useMerged(view);
  const trail = useMemo(() => readTrail(), []);
  const place = placeInTrail(trail, view.id);
  const back = trail?.from ?? '/work';
  const letters = useMemo(() => {
    // What is done most has the first choice of a letter.
    const usual = view.actions.filter(({ primary }) => primary);
    const others = view.actions.filter(({ primary }) => !primary);
    return actionLetters([...usual, ...others].map(({ name }) => name));
  }, [view.actions]);

  const open = (action: ActionView) => setActing({ name: action.name });
  const go = (id: string | undefined) => {
    if (id !== undefined) void navigate(`/cases/${id}`);
  };
  const acts = view.actions.filter(({ allowed }) => allowed);
  useKeys(
    'keys.case',
    [
      ...acts.flatMap((action): PageKey[] => {
        const key = letters[action.name];
        return key === undefined ? [] : [{ key, says: say(action.label), run: () => open(action) }];
      }),
      ...(place?.next === undefined ? [] : [{ key: 'j', says: t('keys.next'), run: () => go(place.next) }]),
      ...(place?.previous === undefined ? [] : [{ key: 'k', says: t('keys.previous'), run: () => go(place.previous) }]),
      { key: 'r', says: t('keys.reload'), run: () => void reload() },
      { key: 'b', says: t('keys.back'), run: () => void navigate(back) },
      ...(acts.length > 0 ? formKeys(t) : []),
    ],
    acting === undefined,
  );

  // A new ticket's page opens at its first answer: /cases/…?act=answer
  const wanted = search.get('act');
  useEffect(() => {
    if (wanted === null) return;
    if (view.actions.some(({ name, allowed }) => name === wanted && allowed)) setActing({ name: wanted });
    setSearch({}, { replace: true });
  }, [wanted, view.actions, setSearch]);

  async function done(action: ActionView, stateChanged: boolean) {
    setActing(undefined);
    // The lists have changed by this; they are read anew when they are looked at.
    void queries.invalidateQueries({ queryKey: ['cases'], refetchType: 'none' });
    void queries.invalidateQueries({ queryKey: ['worklists'] });
    const said = t('case.done', { number: view.number, action: say(action.label) });
    if (stateChanged && place?.next !== undefined) {
      void message.success(`${said} ${t('case.nextOpened')}`);
      go(place.next);
      return;
    }
    const isLast = stateChanged && place !== undefined;
    void message.success(isLast ? `${said} ${t(place.whole ? 'case.listDone' : 'case.loadedDone')}` : said);
    await reload();
  }

  const merging = definition?.type.merging;
  const mayMerge = merging !== undefined && acts.some(({ name }) => name === merging.action);
  const merge = mayMerge
    ? (number: string) => setActing({ name: merging.action, filled: { number, answers: { [merging.into]: number } } })
    : undefined;

  const attached = (wanted: 'photos' | 'files') =>
    view.fields
      .filter(({ kind, value }) => kind === wanted && Array.isArray(value) && value.length > 0)
      .map(({ label, value }) => ({ label: say(label), ids: (value as readonly unknown[]).map(String) }));
  const photos = attached('photos');
  const files = attached('files');

  return (
    <article className="case">
      {changed && <ChangeNote view={view} changed={changed} onReload={() => void reload()} />}
      <header className="case-head">
        <div className="case-nav">
          <Link to={back}>
            <ArrowLeftOutlined /> {t('case.back')}
          </Link>
          {place && (
            <span className="quiet num">
              {t(place.whole ? 'case.position' : 'case.positionLoaded', { n: place.index + 1, count: place.loaded })}
            </span>
          )}
        </div>
        <CaseTitle view={view} />
        {merged && <MergedNote merged={merged} follows={view.state.id === definition?.type.merging?.follows} />}
        <ActionRow actions={view.actions} letters={letters} onAct={open} />
      </header>
      <div className="case-columns">
        <div className="case-main">
          <FieldPanel view={view} definition={definition} />
          {photos.length > 0 && (
            <section className="panel" aria-labelledby="photos">
              <h2 id="photos">{t('case.photos')}</h2>
              <Suspense>
                <PhotoStrip groups={photos} />
              </Suspense>
            </section>
          )}
          {files.length > 0 && (
            <section className="panel" aria-labelledby="files">
              <h2 id="files">{t('case.files')}</h2>
              <FileList groups={files} />
            </section>
          )}
          <TimelinePanel timeline={view.timeline} />
        </div>
        <aside className="case-side">
          <ClockPanel clocks={view.clocks} />
          <WaitingPanel view={view} />
          <PlacePanel place={view.place} />
          {merged && <FollowersPanel merged={merged} />}
          <LinkPanel links={view.links} />
          <SimilarPanel id={view.id} merged={idsOf(merged)} onMerge={merge} />
        </aside>
      </div>
      {acting !== undefined && (
        <Suspense>
          <ActionDrawer
            key={`${acting.name} ${acting.filled?.number ?? ''}`}
            view={view}
            name={acting.name}
            filled={acting.filled?.answers}
            reload={reload}
            onClose={() => setActing(undefined)}
            onDone={done}
          />
        </Suspense>
      )}
    </article>
  );
}

/** The action whose form is open; `filled` where a button beside another case began it. */
interface Acting {
  readonly name: string;
  readonly filled?: { readonly number: string; readonly answers: Values };
}

function CaseTitle({ view }: { readonly view: CaseView }) {
  const { t, say } = useReader();
  const { at } = useMoments();
  const { message } = App.useApp();
  const promise = view.clocks.find(({ citizens }) => citizens);
  return (
    <>
      <div className="case-title">
        <Button
          type="text"
          size="small"
          className="case-number num"
          title={t('case.copy')}
          onClick={() =>
            void navigator.clipboard.writeText(view.number).then(
              () => message.success(t('case.copied', { number: view.number })),
              () => undefined,
            )
          }
        >
          {view.number}
        </Button>
        <span className="state">{say(view.state.label)}</span>
        {view.result && <span className="mark">{say(view.result.label)}</span>}
        {view.round > 1 && <span className="mark">{t('work.round', { round: view.round })}</span>}
        <LightMark light={view.light} />
      </div>
      <h1>{view.title}</h1>
      <dl className="case-facts">
        {view.owner && view.closedAt === null && (
          <div>
            <dd>{t('case.owner', { owner: say(view.owner) })}</dd>
          </div>
        )}
        {view.unit && <Fact label={t('case.unit')}>{say(view.unit.name)}</Fact>}
        {view.handler && <Fact label={t('case.handler')}>{view.handler.name}</Fact>}
        <Fact label={t('case.opened')}>{at(view.openedAt)}</Fact>
        {view.closedAt && <Fact label={t('case.closed')}>{at(view.closedAt)}</Fact>}
        {view.heldUntil && <Fact label={t('case.heldUntil')}>{at(view.heldUntil)}</Fact>}
        {promise && view.closedAt === null && (
          <div className="case-due">
            <dt>{say(promise.label)}</dt>
            <dd>
              <DueText due={promise.due} light={promise.light} provisional={promise.provisional} />
            </dd>
          </div>
        )}
      </dl>
      {promise && view.closedAt === null && <p className="promise">{say(promise.sentence)}</p>}
    </>
  );
}

function Fact(props: { readonly label: string; readonly children: string }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd className="num">{props.children}</dd>
    </div>
  );
}
