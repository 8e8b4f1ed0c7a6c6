import { Link } from 'react-router';
import { useReader } from '../reader/index.ts';
import { type ScreenText, screenWords } from '../text/index.ts';
import { useBoardContext } from './board-context.tsx';
import type { PanelOf } from './board-data.ts';
import { DefinitionMark } from './definition-mark.tsx';
import { numberText } from './figure-text.ts';
import { type StandingCount, standingAddress } from './list-address.ts';
import { WideTable } from './wide-table.tsx';

const COUNTS: readonly { readonly count: StandingCount; readonly label: ScreenText; readonly meaning: ScreenText }[] = [
  { count: 'open', label: 'board.open', meaning: 'board.openMeaning' },
  { count: 'soon', label: 'board.soon', meaning: 'board.soonMeaning' },
  { count: 'late', label: 'board.late', meaning: 'board.lateMeaning' },
  { count: 'stepLate', label: 'board.stepLate', meaning: 'board.stepLateMeaning' },
];

/** What is under way at this moment and where it waits; each number leads to the list it is the count of. */
export function StandingPanel(props: { readonly panel: PanelOf<'standing'> }) {
  const { t, say } = useReader();
  const { view } = useBoardContext();
  const { panel } = props;
  const { states } = panel;
  const sum = (count: StandingCount) => states.reduce((total, state) => total + state[count], 0);
  if (states.length === 0) return <p className="panel-empty quiet">{t('board.nothingOpen')}</p>;
  return (
    <div className="standing">
      <ul className="tiles">
        {COUNTS.map(({ count, label, meaning }) => (
          <li key={count} className="tile">
            <div className="tile-name">
              {t(label)}{' '}
              <DefinitionMark
                name={screenWords[label]}
                meaning={screenWords[meaning]}
                facts={[
                  ['board.source', t('board.standingSource')],
                  ['board.better', t(isBad(count) ? 'board.betterLow' : 'board.betterNeither')],
                  ['board.days', t('board.standingDays')],
                ]}
              />
            </div>
            <div className="tile-figure">
              <Count to={standingAddress(view, panel, count)} count={sum(count)} bad={isBad(count)} name={t(label)} />
            </div>
          </li>
        ))}
      </ul>
      <WideTable label={say(panel.label)}>
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
                {COUNTS.map(({ count, label }) => (
                  <td key={count}>
                    <Count
                      to={standingAddress(view, panel, count, state.state)}
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

const isBad = (count: StandingCount) => count === 'late' || count === 'stepLate';

function Count(props: { readonly to: string; readonly count: number; readonly bad: boolean; readonly name: string }) {
  const { to, count, bad, name } = props;
  const tone = bad && count > 0 ? 'worse' : 'even';
  if (count === 0) {
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
