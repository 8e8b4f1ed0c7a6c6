import { Button, Skeleton } from 'antd';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import type { StoryStep } from '../../client/index.ts';
import { WideTable } from '../board/wide-table.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import type { ScreenText } from '../text/index.ts';
import { useStory } from './promise-data.ts';
import { storyDay } from './story-day.ts';

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
            {story.data.steps.map((step) => (
              <Station key={`${step.kind} ${step.id}`} step={step} />
            ))}
          </ol>
        </WideTable>
      )}
      {story.data !== undefined && story.data.hidden > 0 && (
        <p className="quiet">{t('promise.storyHidden', { count: story.data.hidden })}</p>
      )}
    </section>
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
  const stations = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const at = stations.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  stations[Math.min(stations.length - 1, Math.max(0, at + by))]?.focus();
}
