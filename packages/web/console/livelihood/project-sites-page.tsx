import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { PromiseView } from '../../client/index.ts';
import { WideTable } from '../board/wide-table.tsx';
import { FileButton } from '../form/file-button.tsx';
import { PlaceMap } from '../promise/place-map.tsx';
import { usePageTitle, useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { EvaluationPanel } from './evaluation-panel.tsx';
import { type SiteView, useSheet, useSites } from './livelihood-data.ts';
import { SITE_STATES, SiteDrawer } from './site-drawer.tsx';
import { SheetError } from './totals-table.tsx';

/** The sites of a project: a table, the map, and how it was judged. */
export function ProjectSitesPage() {
  const { t } = useReader();
  const { id = '' } = useParams();
  const { client } = useSession();
  const sites = useSites(id);
  const promise = useQuery({
    queryKey: ['promise', id, 'head'],
    queryFn: ({ signal }) => client.read<PromiseView>(`/api/promises/${id}`, {}, signal),
  });
  const [open, setOpen] = useState<SiteView | 'new'>();
  usePageTitle(promise.data?.title ?? t('livelihood.sites'));
  const items = sites.data?.items ?? [];
  const live = items.filter(({ state }) => state !== 'cancelled');
  const done = live.filter(({ state }) => state === 'completed' || state === 'verified').length;
  const verified = live.filter(({ state }) => state === 'verified').length;
  const placed = live.flatMap((site) =>
    site.longitude === null || site.latitude === null
      ? []
      : [
          {
            id: site.id,
            to: `#${site.id}`,
            name: `${site.no} ${site.name}`,
            shape: 'circle' as const,
            light: 'none' as const,
            hollow: site.photos.length === 0,
            longitude: site.longitude,
            latitude: site.latitude,
          },
        ],
  );
  return (
    <div className="livelihood">
      <header className="livelihood-head">
        <Link to={`/livelihood?year=${promise.data?.year ?? ''}`}>{t('livelihood.title')}</Link>
        <h1>{promise.data?.title ?? t('livelihood.sites')}</h1>
        <Link to={`/promises/${id}`}>{t('livelihood.story')}</Link>
        <div className="livelihood-tools">
          {sites.data?.may.add && <ImportButton promise={id} />}
          {sites.data?.may.add && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {t('livelihood.addSite')}
            </Button>
          )}
        </div>
      </header>
      {sites.error && <ErrorNote error={sites.error} />}
      {sites.isPending && <Skeleton active />}
      {sites.data && <p className="num">{t('livelihood.sitesLine', { done, count: live.length, verified })}</p>}
      <div className="site-columns">
        <WideTable label={t('livelihood.sites')}>
          <table className="plain-table">
            <thead>
              <tr>
                <th>{t('livelihood.no')}</th>
                <th>{t('livelihood.site')}</th>
                <th>{t('livelihood.state')}</th>
                <th>{t('livelihood.due')}</th>
                <th>{t('livelihood.permits')}</th>
                <th>{t('livelihood.photos')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((site) => (
                <SiteLine key={site.id} site={site} onOpen={() => setOpen(site)} />
              ))}
            </tbody>
          </table>
        </WideTable>
        {placed.length > 0 && <PlaceMap placed={placed} label={t('livelihood.sites')} />}
      </div>
      <EvaluationPanel promise={id} />
      {open !== undefined && (
        <SiteDrawer
          promise={id}
          site={open === 'new' ? undefined : items.find((one) => one.id === open.id)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

function SiteLine({ site, onOpen }: { readonly site: SiteView; readonly onOpen: () => void }) {
  const { t } = useReader();
  return (
    <tr id={site.id}>
      <td className="num">{site.no}</td>
      <td>
        <button type="button" className="link-button" onClick={onOpen}>
          {site.name}
        </button>
        <span className="under quiet">{[site.address, site.work].filter(Boolean).join(' · ')}</span>
      </td>
      <td>
        {t(SITE_STATES[site.state])}
        <span className="under quiet num">{site.verifiedOn ?? site.completedOn ?? site.startedOn ?? ''}</span>
      </td>
      <td className="num">{site.due ?? '–'}</td>
      <td>
        {site.permits.map((one) => (
          <span key={`${one.kind} ${one.number}`} className="under quiet">
            {one.kind} {one.number}
          </span>
        ))}
      </td>
      <td>
        <span className="site-photos">
          {site.photos.slice(0, 3).map((photo) => (
            <a key={photo} href={`/api/files/${photo}`} target="_blank" rel="noreferrer">
              <img
                src={`/api/files/${photo}?size=thumb`}
                alt={t('livelihood.photoOf', { name: site.name })}
                loading="lazy"
              />
            </a>
          ))}
        </span>
      </td>
    </tr>
  );
}

function ImportButton({ promise }: { readonly promise: string }) {
  const { t } = useReader();
  const sheet = useSheet<{ readonly added: number }>(`/projects/${promise}/sites/import`);
  return (
    <>
      {sheet.error && <SheetError error={sheet.error} />}
      {sheet.data && <span role="status">{t('livelihood.added', { count: sheet.data.added })}</span>}
      <FileButton
        accept=".xlsx,.csv"
        loading={sheet.isPending}
        title={t('livelihood.siteSheetHint')}
        onFile={(file) => sheet.mutate(file)}
      >
        {t('livelihood.importSites')}
      </FileButton>
    </>
  );
}
