import { useReader } from '../reader/index.ts';
import type { PanelView } from './board-data.ts';
import { ChartPanel } from './chart-panel.tsx';
import { IntakePanel } from './intake-panel.tsx';
import { MapPanel } from './map-panel.tsx';
import { RankingPanel } from './ranking-panel.tsx';
import { StandingPanel } from './standing-panel.tsx';
import { TablePanel } from './table-panel.tsx';
import { TilesPanel } from './tiles-panel.tsx';

/** A panel under its heading; narrow ones stand two in a row. */
export function BoardPanel(props: { readonly panel: PanelView }) {
  const { say } = useReader();
  const { panel } = props;
  const wide =
    panel.kind === 'table'
      ? panel.measures.length > 3
      : panel.kind === 'ranking' || panel.kind === 'tiles' || panel.kind === 'standing';
  return (
    <section className="panel board-panel" data-wide={wide} aria-labelledby={`panel-${panel.id}`}>
      <h2 id={`panel-${panel.id}`}>{say(panel.label)}</h2>
      <PanelBody panel={panel} />
    </section>
  );
}

function PanelBody({ panel }: { readonly panel: PanelView }) {
  switch (panel.kind) {
    case 'tiles':
      return <TilesPanel panel={panel} />;
    case 'table':
      return <TablePanel panel={panel} />;
    case 'chart':
      return <ChartPanel panel={panel} />;
    case 'map':
      return <MapPanel panel={panel} />;
    case 'ranking':
      return <RankingPanel panel={panel} />;
    case 'standing':
      return <StandingPanel panel={panel} />;
    case 'intake':
      return <IntakePanel panel={panel} />;
    default:
      return panel satisfies never;
  }
}
