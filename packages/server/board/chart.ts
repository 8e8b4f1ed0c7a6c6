import { comparedDays, type Panel } from '@huying/kit/board';
import type { PanelOf } from './board-schema.ts';
import { figureOfRow } from './figure.ts';
import { aboutOf, type Frame, isKnown } from './frame.ts';
import { isDrawn, lineOf, turnsOf } from './line.ts';
import type { Asked, Numbers } from './numbers.ts';
import { type Stretch, stretchOf } from './stretch.ts';

type Chart = Extract<Panel, { kind: 'chart' }>;

/** The stretches a chart draws: its own, and those it is held against. Twelve months have the year before right before them. */
function stretchesOf({ days, began, measure }: Frame, { over, measure: id }: Chart) {
  const own = stretchOf(days, over);
  const first = began(measure(id));
  const earlier = (back: 'before' | 'yearBefore'): Stretch | null => {
    const other = comparedDays(own, back, own.to);
    return other === null || !isKnown(first, other) ? null : { by: own.by, ...other };
  };
  const yearBefore = own.by === 'month' ? earlier('before') : earlier('yearBefore');
  return { own, before: own.by === 'month' ? null : earlier('before'), yearBefore };
}

/** Whose lines they are: all of the same units, from the first day of the earliest to the last of the chart's own. */
function whoseOf(frame: Frame, panel: Chart) {
  const { own, ...others } = stretchesOf(frame, panel);
  const first = Object.values(others).reduce(
    (from, one) => (one !== null && one.from < from ? one.from : from),
    own.from,
  );
  return lineOf(frame, panel, { from: first, to: own.to });
}

export function chartWanted(frame: Frame, panel: Chart): readonly Asked[] {
  const whose = whoseOf(frame, panel);
  return Object.values(stretchesOf(frame, panel)).flatMap((stretch): Asked[] =>
    stretch === null ? [] : [{ measures: [panel.measure], ...whose, ...stretch }],
  );
}

export function chartFilled(
  frame: Frame,
  panel: Chart,
  numbers: Numbers,
  label: PanelOf<'chart'>['label'],
): PanelOf<'chart'> {
  const whose = whoseOf(frame, panel);
  const measure = frame.measure(panel.measure);
  const { own, before, yearBefore } = stretchesOf(frame, panel);
  const rowsOf = (stretch: Stretch) => numbers.rows({ ...whose, ...stretch }, panel.measure);
  const rows = rowsOf(own);
  // A part of what was split is not to be compared with what there was before.
  const isParted = rows[0]?.along?.how === 'split';
  const ratesOf = (stretch: Stretch | null) =>
    stretch === null || isParted
      ? null
      : { from: stretch.from, to: stretch.to, rates: rowsOf(stretch).map(({ rate }) => rate) };
  return {
    kind: 'chart',
    id: panel.id,
    label,
    measure: panel.measure,
    over: own.by === 'month' ? 'months' : 'days',
    ...aboutOf(frame, panel),
    ...(whose.along === undefined ? {} : { along: whose.along }),
    points: rows.map((row) => ({ ...row.period, figure: isDrawn(frame, row) ? figureOfRow(measure, row) : null })),
    turns: [...turnsOf(rows, own)],
    before: ratesOf(before),
    yearBefore: ratesOf(yearBefore),
  };
}
