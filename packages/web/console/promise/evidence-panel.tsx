import { lazy, Suspense } from 'react';
import { Link, useLocation } from 'react-router';
import type { EvidenceView, PromiseView, VerificationView } from '../../client/index.ts';
import { numberText } from '../board/figure-text.ts';
import { useMoments, useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';

const PhotoStrip = lazy(async () => ({ default: (await import('../case/photo-strip.tsx')).PhotoStrip }));

const KIND: Readonly<Record<EvidenceView['kind'], ScreenText>> = {
  photo: 'promise.evidencePhoto',
  document: 'promise.evidenceDocument',
  record: 'promise.evidenceRecord',
  case: 'promise.evidenceCase',
  data: 'promise.evidenceData',
};

/** Files, places and times that support what is said: photos in a row, papers as links. */
export function EvidencePanel({ view }: { readonly view: PromiseView }) {
  const { t } = useReader();
  const { at } = useMoments();
  const { hash } = useLocation();
  const photos = view.evidenceItems.filter(({ kind, file }) => kind === 'photo' && file !== null);
  const others = view.evidenceItems.filter((one) => !photos.includes(one));
  return (
    <section className="panel" aria-labelledby="evidence">
      <h2 id="evidence">{t('promise.evidenceItems', { count: view.evidenceItems.length })}</h2>
      {view.evidenceItems.length === 0 && <p className="quiet">{t('promise.noEvidence')}</p>}
      {photos.length > 0 && (
        <Suspense>
          <PhotoStrip
            groups={[
              { label: t('promise.evidencePhoto'), ids: photos.flatMap(({ file }) => (file === null ? [] : [file])) },
            ]}
          />
        </Suspense>
      )}
      <ul className="lines">
        {[...photos.filter(({ id, words }) => words !== null || hash === `#evidence-${id}`), ...others].map((one) => (
          <li key={one.id} id={`evidence-${one.id}`}>
            <span className="mark own">{t(KIND[one.kind])}</span>{' '}
            {one.file !== null && one.kind !== 'photo' ? (
              <a href={`/api/files/${one.file}`} className="file-link">
                {one.words ?? t('promise.openFile')}
              </a>
            ) : (
              (one.words ?? '—')
            )}
            <span className="under quiet num">
              {[supports(one, view), one.enteredBy, at(one.takenAt ?? one.at)].filter(Boolean).join(' · ')}
              {one.hash !== null && (
                <>
                  {' · '}
                  <code title={one.hash}>{t('promise.hash', { hash: one.hash.slice(0, 12) })}</code>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const METHOD: Readonly<Record<VerificationView['method'], ScreenText>> = {
  desk: 'promise.methodDesk',
  site: 'promise.methodSite',
  'call-back': 'promise.methodCallBack',
  data: 'promise.methodData',
};

const RESULT: Readonly<Record<VerificationView['result'], ScreenText>> = {
  true: 'promise.resultTrue',
  partly: 'promise.resultPartly',
  false: 'promise.resultFalse',
};

/** What others than the doers found when they looked. */
export function VerificationPanel({ view }: { readonly view: PromiseView }) {
  const { t } = useReader();
  const { at } = useMoments();
  return (
    <section className="panel" aria-labelledby="verifications">
      <h2 id="verifications">{t('promise.verifications')}</h2>
      {view.verifications.length === 0 && <p className="quiet">{t('promise.noVerifications')}</p>}
      <ul className="lines">
        {view.verifications.map((one) => (
          <li key={one.id} id={`verification-${one.id}`}>
            <strong data-result={one.result} className="result">
              {t(RESULT[one.result])}
            </strong>{' '}
            <span className="quiet">{t(METHOD[one.method])}</span>
            {one.value !== null && (
              <span className="num"> {t('promise.verifiedValue', { value: numberText(one.value, 2) })}</span>
            )}
            {one.words !== null && <p>{one.words}</p>}
            <span className="under quiet num">
              {[supports(one, view), one.verifiedBy, at(one.at)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The task, site or indicator it is about. */
function supports(
  one: { readonly task: string | null; readonly site: string | null; readonly indicator: string | null },
  view: PromiseView,
): string {
  const task = view.tasks.find(({ id }) => id === one.task)?.title;
  const site = view.sites.find(({ id }) => id === one.site)?.name;
  const indicator = view.indicators.find(({ name }) => name === one.indicator)?.label;
  return [task, site, indicator].filter((name) => name !== undefined).join(' · ');
}

/** Things elsewhere that belong to it: supervision items it raised, cases and candidates it comes from. */
export function LinkPanel({ view }: { readonly view: PromiseView }) {
  const { t } = useReader();
  const { at } = useMoments();
  if (view.links.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="links">
      <h2 id="links">{t('promise.links')}</h2>
      <ul className="lines">
        {view.links.map((link) => {
          const name = [link.number, link.title].filter(Boolean).join(' ') || t('promise.linked');
          const to = { case: '/cases', promise: '/promises' }[link.subject.kind];
          return (
            <li key={`${link.kind} ${link.subject.id}`}>
              <span className="mark own">{t(LINK[link.kind] ?? 'promise.linkRelated')}</span>{' '}
              {to === undefined ? name : <Link to={`${to}/${link.subject.id}`}>{name}</Link>}
              <span className="under quiet num">{at(link.at)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const LINK: Readonly<Record<string, ScreenText>> = {
  origin: 'promise.linkOrigin',
  raised: 'promise.linkRaised',
  answers: 'promise.linkAnswers',
};
