import { useReader } from '../reader/index.ts';
import { useBoardContext } from './board-context.tsx';
import type { Figure, PanelOf } from './board-data.ts';
import { DefinitionNote } from './definition-note.tsx';
import { EndedNote } from './ended-note.tsx';
import { FigureBasis, FigureButton, FigureMarks } from './figure-button.tsx';
import { numberText, remarksOf } from './figure-text.ts';
import { LeftOutNote } from './left-out-note.tsx';
import { RenamedNote } from './renamed-note.tsx';
import { WideTable } from './wide-table.tsx';

type Group = PanelOf<'ranking'>['groups'][number];

/** Peers in order, each with the ranks it might have if weights moved; those of too few stand apart. */
export function RankingPanel(props: { readonly panel: PanelOf<'ranking'> }) {
  const { t, say } = useReader();
  const { measures } = useBoardContext();
  const { weights, groups } = props.panel;
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const minimum = Math.max(...weights.map(({ measure }) => measures.get(measure)?.minimum ?? 0));
  return (
    <>
      <p className="panel-note">
        {t('board.weights')}
        {weights.map(({ measure, weight }, at) => {
          const name = measures.get(measure)?.name;
          return (
            <span key={measure} className="weight">
              {name && say(name)} {numberText((weight * 100) / total)}% <DefinitionNote measure={measure} />
              {at < weights.length - 1 ? '' : null}
            </span>
          );
        })}
      </p>
      <p className="panel-note quiet">{t('board.rankMethod', { minimum })}</p>
      {groups.map((group) => (
        <RankingGroup key={group.id} group={group} panel={props.panel} minimum={minimum} />
      ))}
      {groups.length === 0 && <p className="panel-empty quiet">{t('board.emptyTable')}</p>}
    </>
  );
}

function RankingGroup(props: { readonly group: Group; readonly panel: PanelOf<'ranking'>; readonly minimum: number }) {
  const { t, say } = useReader();
  const { view, measures } = useBoardContext();
  const { group, panel, minimum } = props;
  const { from, to } = view.period;
  const size = group.ranked.length;
  return (
    <section className="ranking-group">
      <h3>{say(group.label)}</h3>
      <LeftOutNote weights={panel.weights} leftOut={group.leftOut} />
      {size === 0 ? (
        group.apart.length > 0 && <p className="quiet">{t('board.nobodyRanked', { minimum })}</p>
      ) : (
        <WideTable label={say(group.label)}>
          <table className="numbers ranking">
            <thead>
              <tr>
                <th scope="col" className="rank">
                  {t('board.rank')}
                </th>
                <th scope="col">{t('board.name')}</th>
                <th scope="col" className="interval">
                  {t('board.interval')}
                </th>
                <th scope="col">{t('board.rankWas')}</th>
                {panel.weights.length > 1 && <th scope="col">{t('board.score')}</th>}
                {panel.weights.map(({ measure }) => {
                  if (group.leftOut.includes(measure)) return null;
                  const name = measures.get(measure)?.name;
                  return (
                    <th key={measure} scope="col">
                      {name && say(name)}
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>
              {group.ranked.map((row) => (
                <tr key={row.value}>
                  <td className="rank">{row.rank}</td>
                  <th scope="row">
                    {say(row.label)}
                    <RenamedNote renamed={row} />
                    {row.ended && <EndedNote ended={row.ended} />}
                  </th>
                  <td className="interval">
                    <RankInterval row={row} size={size} />
                  </td>
                  <td>{row.was ?? '—'}</td>
                  {panel.weights.length > 1 && <td>{numberText(row.score, 2)}</td>}
                  {row.cells.map((figure, at) => {
                    const measure = panel.weights[at]?.measure ?? '';
                    if (group.leftOut.includes(measure)) return null;
                    return (
                      <td key={measure}>
                        <FigureButton
                          figure={figure}
                          place={{ measure, grain: panel.grain, value: row.value, from, to }}
                          whose={say(row.label)}
                        />
                        <FigureMarks figure={figure} measure={measure} inTable />
                        <FigureBasis figure={figure} measure={measure} />
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
      {group.apart.length > 0 && (
        <p className="apart quiet">
          {t('board.apart', { minimum })}
          {group.apart.map(({ value, label, n, ended, cells, ...renamed }) => (
            <span key={value} className="apart-one">
              {t('board.apartOne', { name: say(label), n })}
              <RenamedNote renamed={renamed} />
              {ended && <EndedNote ended={ended} />}
              <ApartMark cells={cells} weights={panel.weights} />
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

/** That a number of one that is not ranked is wrong; the numbers themselves are not shown, so the hint says which and by how much. */
function ApartMark(props: { readonly cells: readonly Figure[]; readonly weights: PanelOf<'ranking'>['weights'] }) {
  const { t, say } = useReader();
  const { measures } = useBoardContext();
  const wrong = props.cells.flatMap((figure, at) => {
    const definition = measures.get(props.weights[at]?.measure ?? '');
    if (definition === undefined || figure.alarm === undefined) return [];
    const remark = remarksOf(figure, definition, t).find(({ kind }) => kind === 'alarm');
    return [[say(definition.name), remark?.text].join(' ')];
  });
  if (wrong.length === 0) return null;
  return (
    <span className="mark strong" title={[...wrong, t('board.alarmHint')].join('\n')}>
      {t('board.alarmed')}
    </span>
  );
}

/** From the best to the worst possible rank, the present one marked. */
function RankInterval(props: { readonly row: Group['ranked'][number]; readonly size: number }) {
  const { t } = useReader();
  const { rank, best, worst } = props.row;
  const [width, height] = [96, 14];
  const x = (place: number) => (props.size <= 1 ? width / 2 : 5 + ((place - 1) / (props.size - 1)) * (width - 10));
  const words = best === worst ? t('board.fixedRank', { rank }) : t('board.rankFromTo', { best, worst });
  return (
    <span className="rank-interval">
      <svg width={width} height={height} aria-hidden="true">
        <line className="interval-all" x1={5} x2={width - 5} y1={height / 2} y2={height / 2} />
        <line className="interval-own" x1={x(best)} x2={x(worst)} y1={height / 2} y2={height / 2} />
        <circle cx={x(rank)} cy={height / 2} r={3.5} />
      </svg>
      <span className="num">{words}</span>
    </span>
  );
}
