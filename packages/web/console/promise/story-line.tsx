import { Button, Skeleton } from 'antd';
import { Fragment, type KeyboardEvent, useState } from 'react';
import { Link } from 'react-router';
import type { StoryStep } from '../../client/index.ts';
import { WideTable } from '../board/wide-table.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import type { ScreenText } from '../text/index.ts';
import { useStory } from './promise-data.ts';
import { storyDay } from './story-day.ts';
import { isRun, type StoryRun, storyRuns } from './story-runs.ts';

const KIND: Readonly<Record<string, ScreenText>> = {
  call: 'promise.storyCall',
  case: 'promise.storyCase',
  opinion: 'promise.storyOpinion',
  candidate: 'promise.storyCandidate',
  vote: 'promise.storyVote',
  clause: 'promise.storyClause',
  promise: 'promise.storyPromise',
  duty: 'promise.storyDuty',
  site: 'promise.storySite',
  evidence: 'promise.storyEvidence',
  verification: 'promise.storyVerification',
  revision: 'promise.storyRevision',
  item: 'promise.storyItem',
  evaluation: 'promise.storyEvaluation',
  bulletin: 'promise.storyBulletin',
  appendix: 'promise.storyAppendix',
};

/** What many of a kind are called in one line. */
const MANY: Readonly<Record<string, ScreenText>> = {
  call: 'promise.storyCalls',
  opinion: 'promise.storyOpinions',
  candidate: 'promise.storyCandidates',
  clause: 'promise.storyClauses',
  duty: 'promise.storyDuties',
  site: 'promise.storySites',
  evidence: 'promise.storyEvidences',
  verification: 'promise.storyVerifications',
  revision: 'promise.storyRevisions',
  item: 'promise.storyItems',
  evaluation: 'promise.storyEvaluations',
  bulletin: 'promise.storyBulletins',
};

/** From a citizen's call to the row of the next report, station by station; the arrow keys walk along it. */
export function StoryLine(props: { readonly id: string }) {
  const { t } = useReader();
  const story = useStory(props.id);
  return (
    <section className="panel story-panel" aria-labelledby="story">
      <h2 id="story">{t('promise.story')}</h2>
      {story.isPending && <Skeleton active paragraph={{ rows: 1 }} />}
      {story.error && (
        <ErrorNote
          error={story.error}
          action={<Button onClick={() => void story.refetch()}>{t('shell.retry')}</Button>}
        />
      )}
      {story.data?.steps.length === 0 && <p className="quiet">{t('promise.noStory')}</p>}
      {story.data && story.data.steps.length > 0 && (
        <WideTable label={t('promise.story')}>
          <ol className="story" onKeyDown={walk}>
            {storyRuns(story.data.steps).map((one) =>
              isRun(one) ? <Run key={one.key} run={one} /> : <Station key={`${one.kind} ${one.id}`} step={one} />,
            )}
          </ol>
        </WideTable>
      )}
      {story.data !== undefined && story.data.hidden > 0 && (
        <p className="quiet">{t('promise.storyHidden', { count: story.data.hidden })}</p>
      )}
    </section>
  );
}

/** Many of a kind in one line, which opens to each of them. */
function Run({ run }: { readonly run: StoryRun }) {
  const { t, locale } = useReader();
  const [open, setOpen] = useState(false);
  const count = run.steps.length;
  const [from, to] = [run.from, run.to].map((day) => (day === null ? '' : storyDay(day, locale)));
  return (
    <Fragment>
      <li data-kind={run.kind} data-run>
        <button type="button" className="story-step" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className="story-kind">{t(KIND[run.kind] ?? 'promise.storyOther')}</span>
          <span className="story-words">{t(MANY[run.kind] ?? 'promise.storyOthers', { count })}</span>
          {from !== '' && (
            <span className="quiet num story-days">
              {from === to ? from : t('promise.storyFromTo', { from: from ?? '', to: to ?? '' })}
            </span>
          )}
        </button>
      </li>
      {open && run.steps.map((step) => <Station key={`${step.kind} ${step.id}`} step={step} />)}
    </Fragment>
  );
}

function Station({ step }: { readonly step: StoryStep }) {
  const { t, say, locale } = useReader();
  const told = (
    <>
      <span className="story-kind">{t(KIND[step.kind] ?? 'promise.storyOther')}</span>
      <span className="story-words">{say(step.words)}</span>
      {step.on !== null && <time className="quiet num">{storyDay(step.on, locale)}</time>}
    </>
  );
  return (
    <li data-kind={step.kind}>
      {step.to === null ? (
        <span className="story-step">{told}</span>
      ) : step.to.startsWith('/api/') ? (
        <a href={step.to} className="story-step">
          {told}
        </a>
      ) : (
        <Link to={step.to} className="story-step">
          {told}
        </Link>
      )}
    </li>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (by === undefined) return;
  const stations = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button')];
  const at = stations.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  stations[Math.min(stations.length - 1, Math.max(0, at + by))]?.focus();
}
