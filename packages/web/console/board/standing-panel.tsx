import { Link } from 'react-router';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import { useBoardContext } from './board-context.tsx';
import type { PanelOf } from './board-data.ts';
import { numberText } from './figure-text.ts';
import { WideTable } from './wide-table.tsx';

type State = PanelOf<'standing'>['states'][number];
type Count = 'open' | 'soon' | 'late' | 'stepLate';

const COUNTS: readonly { readonly count: Count; readonly label: ScreenText; readonly list: string | null }[] = [
  { count: 'open', label: 'board.open', list: 'open' },
  { count: 'soon', label: 'board.soon', list: null },
  { count: 'late', label: 'board.late', list: 'late' },
  { count: 'stepLate', label: 'board.stepLate', list: null },
];

/** What is under way at this moment and where it waits; numbers lead to the lists they are counts of. */
export function StandingPanel(props: { readonly panel: PanelOf<'standing'> }) {
  const { t, say } = useReader();
  const { view } = useBoardContext();
  const { states } = props.panel;
  const sum = (count: Count) => states.reduce((total, state) => total + state[count], 0);
  // A list cannot be narrowed to a unit with all below it: on such a board the numbers stand alone.
  const listOf = (list: string | null, state?: State) =>
    list === null || view.of !== 'district'
      ? null
      : `/work/${list}${state === undefined ? '' : `?state=${state.state}`}`;
  if (states.length === 0) return <p className="panel-empty quiet">{t('board.nothingOpen')}</p>;
  return (
    <div className="standing">
      <ul className="tiles">
        {COUNTS.map(({ count, label, list }) => (
          <li key={count} className="tile">
            <div className="tile-name">{t(label)}</div>
            <div className="tile-figure">
              <Count to={listOf(list)} count={sum(count)} bad={isBad(count)} name={t(label)} />
            </div>
          </li>
        ))}
      </ul>
      <WideTable label={say(props.panel.label)}>
        <table className="numbers" data-columns={4}>
          <thead>
            <tr>
              <th scope="col">{t('board.step')}</th>
              {COUNTS.map(({ count, label }) => (
                <th key={count} scope="col">
                  {t(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {states.map((state) => (
              <tr key={state.state}>
                <th scope="row">{say(state.label)}</th>
                {COUNTS.map(({ count, label, list }) => (
                  <td key={count}>
                    <Count
                      to={listOf(list, state)}
                      count={state[count]}
                      bad={isBad(count)}
                      name={`${say(state.label)} · ${t(label)}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </div>
  );
}

const isBad = (count: Count) => count === 'late' || count === 'stepLate';

function Count(props: {
  readonly to: string | null;
  readonly count: number;
  readonly bad: boolean;
  readonly name: string;
}) {
  const { to, count, bad, name } = props;
  const tone = bad && count > 0 ? 'worse' : 'even';
  if (to === null || count === 0) {
    return (
      <span className="figure-plain" data-tone={tone} data-zero={count === 0}>
        {numberText(count)}
      </span>
    );
  }
  return (
    <Link className="figure" data-tone={tone} to={to} aria-label={`${name} ${count}`}>
      {numberText(count)}
    </Link>
  );
}
