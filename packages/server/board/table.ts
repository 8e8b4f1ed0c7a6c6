import type { Panel } from '@huying/kit/board';
import type { Measure } from '@huying/kit/measure';
import type { PanelOf } from './board-schema.ts';
import { figureOfRow } from './figure.ts';
import { aboutOf, type Frame } from './frame.ts';
import type { Asked, Numbers } from './numbers.ts';
import { valuesWithin } from './row-values.ts';

type Table = Extract<Panel, { kind: 'table' }>;
type Row = PanelOf<'table'>['rows'][number];

export function tableWanted(frame: Frame, panel: Table): readonly Asked[] {
  const about = aboutOf(frame, panel);
  const values = valuesWithin(frame, panel.rows);
  return panel.measures.flatMap((id): Asked[] => {
    const measure = frame.measure(id);
    const before = frame.compared(measure, 'before');
    return [
      { measures: [id], grain: panel.rows, ...values, ...frame.days },
      ...(before === null ? [] : [{ measures: [id], grain: panel.rows, ...values, ...before }]),
      ...(measure.grain.includes(about.grain)
        ? [frame.days, before].flatMap((days): Asked[] =>
            days === null ? [] : [{ measures: [id], ...wholeOf(about), ...days }],
          )
        : []),
    ];
  });
}

export function tableFilled(
  frame: Frame,
  panel: Table,
  numbers: Numbers,
  label: PanelOf<'table'>['label'],
): PanelOf<'table'> {
  const about = aboutOf(frame, panel);
  const values = valuesWithin(frame, panel.rows);
  const columns = panel.measures.map((id) => {
    const measure = frame.measure(id);
    const before = frame.compared(measure, 'before');
    const now = numbers.rows({ grain: panel.rows, ...values, ...frame.days }, id);
    const then = before === null ? [] : numbers.rows({ grain: panel.rows, ...values, ...before }, id);
    return {
      measure,
      now: new Map(now.map((row) => [row.value, row])),
      was: before === null ? null : new Map(then.map((row) => [row.value, row])),
    };
  });
  const present = new Map(columns.flatMap(({ now }) => [...now].map(([value, row]) => [value, row] as const)));
  const rows = [...present].map(([value, { label: name, units }]): Row => {
    const own = units.filter(({ unit }) => unit === value).map(({ what, on }) => ({ what, on }));
    return {
      value,
      label: name,
      ...(own.length === 0 ? {} : { changed: own }),
      cells: columns.map(({ measure, now, was }) =>
        figureOfRow(measure, now.get(value), was === null ? {} : { before: was.get(value), partial: frame.partial }),
      ),
    };
  });
  const order = panel.order ?? panel.measures[0];
  const filled = rows.filter(({ cells }) => cells.some(({ n, d, x }) => n !== 0 || d !== 0 || x !== 0));
  const sorted = inOrder(filled, panel.measures.indexOf(order), frame.measure(order));
  return {
    kind: 'table',
    id: panel.id,
    label,
    grain: panel.rows,
    measures: [...panel.measures],
    order,
    rows: sorted.slice(0, panel.most),
    whole: {
      ...about,
      cells: columns.map(({ measure }) => {
        if (!measure.grain.includes(about.grain)) return null;
        const [row] = numbers.rows({ ...wholeOf(about), ...frame.days }, measure.id);
        const before = frame.compared(measure, 'before');
        if (before === null) return figureOfRow(measure, row);
        const [then] = numbers.rows({ ...wholeOf(about), ...before }, measure.id);
        return figureOfRow(measure, row, { before: then, partial: frame.partial });
      }),
    },
    more: Math.max(0, sorted.length - (panel.most ?? sorted.length)),
  };
}

function wholeOf({ grain, value }: ReturnType<typeof aboutOf>) {
  return grain === 'all' ? { grain } : { grain, values: [value] };
}

/** What asks for attention comes first: the lowest of a rate that should be high, else the highest; what has no number last. */
function inOrder(rows: readonly Row[], column: number, { form, better }: Measure): readonly Row[] {
  const worst = better === 'high' && 'ratio' in form ? 1 : -1;
  const figure = (row: Row) => row.cells[column]?.rate ?? null;
  return rows.toSorted((a, b) => {
    const [one, two] = [figure(a), figure(b)];
    if (one === null || two === null) return Number(one === null) - Number(two === null);
    return worst * (one - two) || (a.label.zh < b.label.zh ? -1 : 1);
  });
}
