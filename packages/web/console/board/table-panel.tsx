import { Segmented } from 'antd';
import { useState } from 'react';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import { useBoardContext } from './board-context.tsx';
import type { Figure, NumberPlace, PanelOf } from './board-data.ts';
import { ComparisonMark } from './comparison-line.tsx';
import { DefinitionNote } from './definition-note.tsx';
import { EndedNote } from './ended-note.tsx';
import { FigureBasis, FigureButton, FigureMarks, FigureUnit } from './figure-button.tsx';
import { RenamedNote } from './renamed-note.tsx';
import { sortedRows } from './sorted-rows.ts';
import { useThan } from './than.ts';
import { WideTable } from './wide-table.tsx';

type Where = Pick<NumberPlace, 'grain' | 'value' | 'by' | 'code'>;
type Under = 'basis' | 'before';

/** A row for each unit, street, matter; numbers aligned, each with what it is of or with what it was. */
export function TablePanel(props: { readonly panel: PanelOf<'table'> }) {
  const { locale, t, say } = useReader();
  const { view, measures } = useBoardContext();
  const { panel } = props;
  const [under, setUnder] = useState<Under>('basis');
  const [sort, setSort] = useState<{ readonly column: number; readonly down: boolean } | null>(null);
  const than = useThan(view);
  const { from, to } = view.period;
  const rows = sort === null ? panel.rows : sortedRows(panel.rows, sort.column, sort.down, locale);
  const few = panel.measures
    .filter((_, at) => panel.rows.some(({ cells }) => cells[at]?.few))
    .map((id) => measures.get(id)?.minimum ?? 0);
  const compares = panel.rows.some(({ cells }) => cells.some(({ before }) => before !== undefined));

  const placeOf = (value: string) =>
    panel.within === undefined ? { grain: panel.grain, value } : { ...panel.within, by: panel.grain, code: value };
  const cell = (figure: Figure, measure: string, where: Where, whose: string) => (
    <>
      <FigureButton figure={figure} place={{ measure, ...where, from, to }} whose={whose} />
      <FigureMarks figure={figure} measure={measure} inTable />
      {under === 'before' && figure.before ? (
        <ComparisonMark measure={measure} compared={figure.before} than={than.before} />
      ) : (
        <FigureBasis figure={figure} measure={measure} />
      )}
    </>
  );

  if (panel.rows.length === 0) return <p className="panel-empty quiet">{t('board.emptyTable')}</p>;
  return (
    <>
      {compares && (
        <Segmented<Under>
          size="small"
          className="table-under"
          value={under}
          options={[
            { value: 'basis', label: t('board.showBasis') },
            { value: 'before', label: than.before.than },
          ]}
          onChange={setUnder}
        />
      )}
      <WideTable label={say(panel.label)}>
        <table className="numbers" data-columns={panel.measures.length}>
          <thead>
            <tr>
              <th scope="col">{t('board.name')}</th>
              {panel.measures.map((measure, column) => {
                const down = sort?.column === column ? sort.down : null;
                const name = measures.get(measure)?.name;
                return (
                  <th key={measure} scope="col" aria-sort={down === null ? 'none' : down ? 'descending' : 'ascending'}>
                    <button
                      type="button"
                      className="sort"
                      onClick={() => setSort(down === false ? null : { column, down: down === null })}
                    >
                      {name && say(name)}
                      <span aria-hidden="true">{down === null ? '' : down ? ' ↓' : ' ↑'}</span>
                    </button>
                    <span className="column-unit">
                      <FigureUnit measure={measure} /> <DefinitionNote measure={measure} />
                    </span>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            <tr className="whole">
              <th scope="row" className="whole-name">
                {t('board.whole')}
              </th>
              {panel.whole.cells.map((figure, at) => {
                const measure = panel.measures[at] ?? '';
                return (
                  <td key={measure}>
                    {figure === null
                      ? ''
                      : cell(figure, measure, { grain: panel.whole.grain, value: panel.whole.value }, t('board.whole'))}
                  </td>
                );
              })}
            </tr>
            {rows.map((row) => (
              <tr key={row.value}>
                <th scope="row">
                  {say(row.label)}
                  {row.changed && (
                    <span
                      className="mark"
                      title={row.changed
                        .map(({ what, on }) => `${on} ${t(CHANGES[what] ?? 'board.changed')}`)
                        .join('\n')}
                    >
                      {t('board.changed')}
                    </span>
                  )}
                  <RenamedNote renamed={row} />
                  {row.ended && <EndedNote ended={row.ended} />}
                </th>
                {row.cells.map((figure, at) => {
                  const measure = panel.measures[at] ?? '';
                  return <td key={measure}>{cell(figure, measure, placeOf(row.value), say(row.label))}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p className="panel-foot quiet">
        {panel.more > 0 && <span>{t('board.more', { count: panel.more })}</span>}
        {few.length > 0 && <span>{t('board.greyFew', { minimum: Math.max(...few) })}</span>}
      </p>
    </>
  );
}

const CHANGES: Readonly<Record<string, ScreenText>> = {
  began: 'board.began',
  ended: 'board.ended',
  merged: 'board.ended',
  succeeded: 'board.ended',
  split: 'board.ended',
  took: 'board.took',
  renamed: 'board.renamed',
  moved: 'board.moved',
};
