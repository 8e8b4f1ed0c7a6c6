import type { Panel, Trend } from '@huying/kit/board';
import type { PanelOf } from './board-schema.ts';
import { earlierRows, earlierWanted } from './earlier.ts';
import { type ComparedRows, figureOfRow } from './figure.ts';
import { aboutOf, type Frame } from './frame.ts';
import { isDrawn, lineOf, turnsOf } from './line.ts';
import type { Asked, Numbers } from './numbers.ts';
import { stretchOf } from './stretch.ts';

type Tiles = Extract<Panel, { kind: 'tiles' }>;

/** What big numbers need: themselves, what they were, and the line of them. */
export function tilesWanted(frame: Frame, panel: Tiles): readonly Asked[] {
  const { grain, value } = aboutOf(frame, panel);
  const values = grain === 'all' ? {} : { values: [value] };
  return panel.measures.flatMap((id): Asked[] => {
    const measure = frame.measure(id);
    const then = (['before', 'yearBefore'] as const).flatMap((back) =>
      earlierWanted(frame, measure, { grain, ...values }, back),
    );
    const drawn = panel.trend === undefined || 'stock' in measure.form ? [] : [trendOf(frame, panel, panel.trend)];
    return [
      { measures: [id], grain, ...values, ...frame.days },
      ...then,
      ...drawn.map((line): Asked => ({ measures: [id], ...line })),
    ];
  });
}

/** The line beside a number: of the same units from its first point to its last. */
function trendOf(frame: Frame, panel: Tiles, over: Trend) {
  const stretch = stretchOf(frame.days, over);
  return { ...lineOf(frame, panel, stretch), ...stretch };
}

export function tilesFilled(
  frame: Frame,
  panel: Tiles,
  numbers: Numbers,
  label: PanelOf<'tiles'>['label'],
): PanelOf<'tiles'> {
  const { grain, value } = aboutOf(frame, panel);
  const values = grain === 'all' ? {} : { values: [value] };
  return {
    kind: 'tiles',
    id: panel.id,
    label,
    grain,
    value,
    tiles: panel.measures.map((id) => {
      const measure = frame.measure(id);
      const then: ComparedRows = Object.fromEntries(
        (['before', 'yearBefore'] as const).flatMap((back) => {
          const rows = earlierRows(frame, numbers, measure, { grain, ...values }, back);
          return rows === null ? [] : [[back, rows.get(value)]];
        }),
      );
      const [row] = numbers.rows({ grain, ...values, ...frame.days }, id);
      const figure = figureOfRow(measure, row, { ...then, partial: frame.partial });
      if (panel.trend === undefined || 'stock' in measure.form) return { measure: id, figure };
      const trend = trendOf(frame, panel, panel.trend);
      const line = numbers.rows(trend, id);
      const turns = turnsOf(line, trend);
      return {
        measure: id,
        figure,
        trend: line.map((one) => ({ ...one.period, rate: isDrawn(frame, one) ? one.rate : null })),
        ...(turns.length === 0 ? {} : { turns: [...turns] }),
      };
    }),
  };
}
