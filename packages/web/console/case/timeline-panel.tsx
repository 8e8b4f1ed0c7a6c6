import { Tabs } from 'antd';
import { lazy, Suspense } from 'react';
import type { TimelineEntry } from '../../client/index.ts';
import { instantOf, useMoments, useReader } from '../reader/index.ts';

const PhotoStrip = lazy(async () => ({ default: (await import('./photo-strip.tsx')).PhotoStrip }));

/** What happened, the latest first: all of it, and what the citizen sees of it. */
export function TimelinePanel(props: { readonly timeline: readonly TimelineEntry[] }) {
  const { t } = useReader();
  const latest = props.timeline.toReversed();
  const open = latest.filter(({ visibility }) => visibility === 'public');
  return (
    <section className="panel" aria-labelledby="timeline">
      <h2 id="timeline">{t('case.timeline')}</h2>
      <Tabs
        size="small"
        items={[
          { key: 'internal', label: t('case.timelineInternal'), children: <Timeline entries={latest} marks /> },
          {
            key: 'public',
            label: t('case.timelinePublic'),
            children: open.length > 0 ? <Timeline entries={open} /> : <p className="quiet">{t('case.noPublic')}</p>,
          },
        ]}
      />
    </section>
  );
}

export function Timeline(props: { readonly entries: readonly TimelineEntry[]; readonly marks?: boolean }) {
  const { t, say } = useReader();
  const { at } = useMoments();
  return (
    <ol className="timeline">
      {props.entries.map((entry) => (
        <li key={entry.seq}>
          <div className="timeline-head">
            <strong>{say(entry.label)}</strong>
            {props.marks && entry.visibility === 'public' && <span className="mark">{t('case.publicMark')}</span>}
            <span className="quiet">
              {entry.what === 'rung' ? t('case.system') : entry.actor || t('case.system')}
              {entry.unit && ` · ${say(entry.unit)}`}
            </span>
            <time className="quiet num" dateTime={new Date(instantOf(entry.at)).toISOString()}>
              {at(entry.at)}
            </time>
          </div>
          {entry.texts.length > 0 && (
            <dl className="told">
              {entry.texts.map(({ label, text }) => (
                <div key={label.zh}>
                  <dt>{say(label)}</dt>
                  <dd>{say(text)}</dd>
                </div>
              ))}
            </dl>
          )}
          {entry.files.length > 0 && (
            <Suspense>
              <PhotoStrip groups={[{ label: '', ids: entry.files }]} />
            </Suspense>
          )}
        </li>
      ))}
    </ol>
  );
}
