import { DAY_MS } from '@huying/kit/calendar';
import { Button, Drawer, Input, Segmented, Skeleton } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { useNow, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { CandidateForm } from './candidate-form.tsx';
import { type Cluster, useClusterCases, useClusters } from './livelihood-data.ts';

/** Where people ask for the same thing again and again; each opens to its cases, and a person may make it a candidate. */
export function ClusterDrawer(props: { readonly year: number; readonly onClose: () => void }) {
  const { t, say } = useReader();
  const id = useId();
  const now = useNow();
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const [from, setFrom] = useState(() => dayOf(now - 180 * DAY_MS));
  const [to, setTo] = useState(() => dayOf(now));
  const [by, setBy] = useState<'community' | 'cell'>('community');
  const clusters = useClusters({ from, to, by });
  const [open, setOpen] = useState<Cluster>();
  const items = clusters.data?.items ?? [];
  return (
    <Drawer
      open
      size={720}
      title={t('livelihood.clusters')}
      closable={{ 'aria-label': t('shell.close') }}
      onClose={props.onClose}
    >
      <div className="stack">
        <p className="quiet">{t('livelihood.clustersHint')}</p>
        <div className="cluster-period">
          <label htmlFor={`${id}-from`}>{t('livelihood.from')}</label>
          <Input
            id={`${id}-from`}
            type="date"
            value={from}
            max={to}
            onChange={(event) => setFrom(event.target.value)}
          />
          <label htmlFor={`${id}-to`}>{t('livelihood.to')}</label>
          <Input id={`${id}-to`} type="date" value={to} min={from} onChange={(event) => setTo(event.target.value)} />
          <Segmented
            value={by}
            options={[
              { value: 'community', label: t('livelihood.byCommunity') },
              { value: 'cell', label: t('livelihood.byCell') },
            ]}
            onChange={setBy}
          />
        </div>
        {clusters.error && <ErrorNote error={clusters.error} />}
        {clusters.isPending && <Skeleton active />}
        {clusters.data && items.length === 0 && <p className="quiet">{t('livelihood.noClusters')}</p>}
        <ul className="cluster-list">
          {items.map((one) => {
            const isOpen = open?.matter.code === one.matter.code && open.area.code === one.area.code;
            return (
              <li key={`${one.matter.code} ${one.area.code}`}>
                <button
                  type="button"
                  className="cluster-line"
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? undefined : one)}
                >
                  <strong>{say(one.matter.name)}</strong>
                  <span>{say(one.area.name)}</span>
                  <span className="num">{t('livelihood.calls', { calls: one.calls, open: one.open })}</span>
                </button>
                {isOpen && <ClusterCases cluster={one} period={{ from, to }} year={props.year} />}
              </li>
            );
          })}
        </ul>
      </div>
    </Drawer>
  );
}

function ClusterCases(props: {
  readonly cluster: Cluster;
  readonly period: { readonly from: string; readonly to: string };
  readonly year: number;
}) {
  const { t, say } = useReader();
  const { matter, area } = props.cluster;
  const cases = useClusterCases({ ...props.period, matter: matter.code, area: area.code });
  const [makes, setMakes] = useState(false);
  const items = cases.data?.items ?? [];
  const title = `${say(area.name)} ${say(matter.name)}`;
  return (
    <div className="cluster-cases">
      {cases.isPending && <Skeleton active />}
      {cases.error && <ErrorNote error={cases.error} />}
      <ul className="origin-list">
        {items.map((one) => (
          <li key={one.id}>
            <Link to={`/cases/${one.id}`} className="num">
              {one.number}
            </Link>{' '}
            {one.title} {one.open && <span className="mark">{t('livelihood.stillOpen')}</span>}
          </li>
        ))}
      </ul>
      {cases.data?.more && <p className="quiet">{t('livelihood.moreCases')}</p>}
      {items.length > 0 && (
        <Button type="primary" onClick={() => setMakes(true)}>
          {t('livelihood.makeCandidate')}
        </Button>
      )}
      {makes && (
        <CandidateForm
          year={props.year}
          start={{ title, source: 'calls', cases: items.map(({ id }) => id) }}
          onClose={() => setMakes(false)}
        />
      )}
    </div>
  );
}
