import { crossOf, type Panel } from '@huying/kit/board';
import type { Measure } from '@huying/kit/measure';
import type { PanelOf } from './board-schema.ts';
import { earlierRows, earlierWanted } from './earlier.ts';
import { figureOfRow, renamedOf } from './figure.ts';
import { aboutOf, type Frame } from './frame.ts';
import type { Asked, Numbers } from './numbers.ts';
import { valuesWithin } from './row-values.ts';

type Table = Extract<Panel, { kind: 'table' }>;
type Row = PanelOf<'table'>['rows'][number];

export function tableWanted(frame: Frame, panel: Table): readonly Asked[] {
  const about = aboutOf(frame, panel);
  const values = rowsOf(frame, panel);
  return panel.measures.flatMap((id): Asked[] => {
    const measure = frame.measure(id);
    return [
      { measures: [id], grain: panel.rows, ...values, ...frame.days },
      ...earlierWanted(frame, measure, { grain: panel.rows, ...values }, 'before'),
      ...(measure.grain.includes(about.grain)
        ? [
            { measures: [id], ...wholeOf(about), ...frame.days },
            ...earlierWanted(frame, measure, wholeOf(about), 'before'),
          ]
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
  const values = rowsOf(frame, panel);
  const columns = panel.measures.map((id) => {
    const measure = frame.measure(id);
    const now = numbers.rows({ grain: panel.rows, ...values, ...frame.days }, id);
    return {
      measure,
      now: new Map(now.map((row) => [row.value, row])),
      was: earlierRows(frame, numbers, measure, { grain: panel.rows, ...values }, 'before'),
    };
  });
  const present = new Map(columns.flatMap(({ now }) => [...now].map(([value, row]) => [value, row] as const)));
  const rows = [...present].map(([value, row]): Row => {
    const { label: name, units, ended } = row;
    const own = units.filter(({ unit }) => unit === value).map(({ what, on }) => ({ what, on }));
    return {
      value,
      label: name,
      ...renamedOf(row),
      ...(own.length === 0 ? {} : { changed: own }),
      ...(ended === null ? {} : { ended }),
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
    ...(values.within === undefined ? {} : { within: values.within }),
    measures: [...panel.measures],
    order,
    rows: sorted.slice(0, panel.most),
    whole: {
      ...about,
      cells: columns.map(({ measure }) => {
        if (!measure.grain.includes(about.grain)) return null;
        const [row] = numbers.rows({ ...wholeOf(about), ...frame.days }, measure.id);
        const was = earlierRows(frame, numbers, measure, wholeOf(about), 'before');
        return figureOfRow(measure, row, was === null ? {} : { before: was.get(about.value), partial: frame.partial });
      }),
    },
    more: Math.max(0, sorted.length - (panel.most ?? sorted.length)),
  };
}

/** Whose rows they are: of the values there are, or by matter or channel those of the unit or street that the board is about. */
function rowsOf(frame: Frame, panel: Table): Pick<Asked, 'values' | 'within'> {
  if (crossOf(frame.board, panel) === undefined) return valuesWithin(frame, panel.rows);
  const { grain, value } = aboutOf(frame, panel);
  return grain === 'unit' || grain === 'street' ? { within: { grain, value } } : {};
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
