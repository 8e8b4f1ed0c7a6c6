import { comparedDays, type Panel } from '@huying/kit/board';
import type { PanelOf } from './board-schema.ts';
import { figureOfRow } from './figure.ts';
import { aboutOf, type Frame } from './frame.ts';
import type { Asked, Numbers } from './numbers.ts';
import { stretchOf } from './stretch.ts';

type Chart = Extract<Panel, { kind: 'chart' }>;

/** The stretches a chart draws: its own, and those it is held against. Twelve months have the year before right before them. */
function stretchesOf({ days }: Frame, { over }: Chart) {
  const own = stretchOf(days, over);
  const earlier = (back: 'before' | 'yearBefore') => {
    const other = comparedDays(own, back, own.to);
    return other === null ? null : { by: own.by, ...other };
  };
  const yearBefore = own.by === 'month' ? earlier('before') : earlier('yearBefore');
  return { own, before: own.by === 'month' ? null : earlier('before'), yearBefore };
}

export function chartWanted(frame: Frame, panel: Chart): readonly Asked[] {
  const { grain, value } = aboutOf(frame, panel);
  const values = grain === 'all' ? {} : { values: [value] };
  return Object.values(stretchesOf(frame, panel)).flatMap((stretch): Asked[] =>
    stretch === null ? [] : [{ measures: [panel.measure], grain, ...values, ...stretch }],
  );
}

export function chartFilled(
  frame: Frame,
  panel: Chart,
  numbers: Numbers,
  label: PanelOf<'chart'>['label'],
): PanelOf<'chart'> {
  const { grain, value } = aboutOf(frame, panel);
  const values = grain === 'all' ? {} : { values: [value] };
  const measure = frame.measure(panel.measure);
  const { own, before, yearBefore } = stretchesOf(frame, panel);
  const rowsOf = (stretch: typeof own) => numbers.rows({ grain, ...values, ...stretch }, panel.measure);
  const ratesOf = (stretch: typeof own | null) =>
    stretch === null ? null : { from: stretch.from, to: stretch.to, rates: rowsOf(stretch).map(({ rate }) => rate) };
  return {
    kind: 'chart',
    id: panel.id,
    label,
    measure: panel.measure,
    over: own.by === 'month' ? 'months' : 'days',
    grain,
    value,
    points: rowsOf(own).map((row) => ({
      ...row.period,
      // What has not come is not nothing.
      figure: row.period.from > frame.today ? null : figureOfRow(measure, row),
    })),
    before: ratesOf(before),
    yearBefore: ratesOf(yearBefore),
  };
}
