import type { Panel } from '@huying/kit/board';
import type { Ctx } from '../ledger/index.ts';
import { mapFilled, mapWanted } from './area-map.ts';
import type { PanelView } from './board-schema.ts';
import { chartFilled, chartWanted } from './chart.ts';
import type { Frame } from './frame.ts';
import type { Asked, Numbers } from './numbers.ts';
import { rankingFilled, rankingWanted } from './peer-ranking.ts';
import { intakeFilled, standingFilled } from './standing.ts';
import { tableFilled, tableWanted } from './table.ts';
import { tilesFilled, tilesWanted } from './tiles.ts';

/** The numbers a panel needs. */
export function wantedBy(frame: Frame, panel: Panel): readonly Asked[] {
  switch (panel.kind) {
    case 'tiles':
      return tilesWanted(frame, panel);
    case 'table':
      return tableWanted(frame, panel);
    case 'chart':
      return chartWanted(frame, panel);
    case 'map':
      return mapWanted(frame, panel);
    case 'ranking':
      return rankingWanted(frame, panel);
    case 'standing':
    case 'intake':
      return [];
    default:
      return panel satisfies never;
  }
}

/** A panel with its numbers in it. */
export async function filled(ctx: Ctx, frame: Frame, panel: Panel, numbers: Numbers): Promise<PanelView> {
  const label = frame.product.words[`boards/${frame.board.id}/${panel.id}`] ?? { zh: panel.label, en: panel.label };
  switch (panel.kind) {
    case 'tiles':
      return tilesFilled(frame, panel, numbers, label);
    case 'table':
      return tableFilled(frame, panel, numbers, label);
    case 'chart':
      return chartFilled(frame, panel, numbers, label);
    case 'map':
      return mapFilled(frame, panel, numbers, label);
    case 'ranking':
      return rankingFilled(frame, panel, numbers, label);
    case 'standing':
      return standingFilled(ctx, frame, panel, label);
    case 'intake':
      return intakeFilled(ctx, frame, panel, label);
    default:
      return panel satisfies never;
  }
}
