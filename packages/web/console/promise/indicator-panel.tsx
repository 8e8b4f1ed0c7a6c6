import { Segmented } from 'antd';
import { useState } from 'react';
import { useLocation } from 'react-router';
import type { IndicatorView, PromiseView } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { numberText } from '../board/figure-text.ts';
import { WideTable } from '../board/wide-table.tsx';
import { useMoments, useReader } from '../reader/index.ts';
import { indicatorAt } from './anchor.ts';
import { CourseChart } from './course-chart.tsx';
import { standingObservations } from './course-scale.ts';
import { AIM, EVERY, SOURCE, STAGE } from './indicator-words.ts';
import { gapText, shareText } from './share-text.ts';

/** The numbers of a promise: how they stand, the chart of one of them, and every value that was told. */
export function IndicatorPanel({ view }: { readonly view: PromiseView }) {
  const { t } = useReader();
  const { hash } = useLocation();
  const [chosen, setChosen] = useState((indicatorAt(view.indicators, hash) ?? view.indicators[0])?.name);
  const indicator = view.indicators.find(({ name }) => name === chosen) ?? view.indicators[0];
  return (
    <section className="panel" aria-labelledby="indicators">
      <h2 id="indicators">
        {t('promise.indicators')} <span className="board-reference">{t('board.reference')}</span>
      </h2>
      {indicator === undefined ? (
        <p className="quiet">{t('promise.noIndicators')}</p>
      ) : (
        <>
          {view.indicators.length > 1 && view.indicators.length <= 5 && (
            <Segmented
              className="indicator-choice"
              aria-label={t('promise.indicator')}
              value={indicator.name}
              options={view.indicators.map(({ name, label }) => ({ value: name, label }))}
              onChange={setChosen}
            />
          )}
          <CourseChart key={indicator.name} indicator={indicator} asOf={view.asOf} />
          <IndicatorTable indicators={view.indicators} chosen={indicator.name} onChoose={setChosen} />
          <Observations indicator={indicator} />
        </>
      )}
    </section>
  );
}

function IndicatorTable(props: {
  readonly indicators: readonly IndicatorView[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}) {
  const { t, say } = useReader();
  return (
    <WideTable label={t('promise.indicators')}>
      <table className="numbers indicators">
        <thead>
          <tr>
            <th scope="col">{t('promise.indicator')}</th>
            <th scope="col">{t('promise.target')}</th>
            <th scope="col">{t('promise.value')}</th>
            <th scope="col">{t('promise.rate')}</th>
            <th scope="col">{t('promise.gap')}</th>
            <th scope="col">{t('promise.forecast')}</th>
            <th scope="col">{t('promise.weight')}</th>
          </tr>
        </thead>
        <tbody>
          {props.indicators.map((one) => {
            const { value, p, e, source, met } = one.standing;
            const told = (number: number | null) => (number === null ? '—' : numberText(number, one.decimals));
            const notes = [
              t(AIM[one.aim]),
              one.stage === null ? '' : t(STAGE[one.stage] ?? 'promise.stageOther'),
              one.every === null ? '' : t(EVERY[one.every]),
              one.askedUnit === null ? '' : say(one.askedUnit.name),
              one.measure === null ? '' : t('promise.fedBySystem'),
            ].filter(Boolean);
            return (
              <tr key={one.name} id={`indicator-${one.name}`} data-chosen={one.name === props.chosen}>
                <th scope="row">
                  <button type="button" className="sort" onClick={() => props.onChoose(one.name)}>
                    {one.label}
                  </button>
                  <span className="under quiet">{notes.join(' · ')}</span>
                </th>
                <td>
                  {told(one.target)}
                  {one.upper !== null && `–${told(one.upper)}`} <span className="quiet">{one.unit}</span>
                </td>
                <td>
                  <strong>{told(value)}</strong>
                  {source !== null && <span className="under quiet">{t(SOURCE[source])}</span>}
                </td>
                <td>
                  {shareText(p, 1)}
                  {met !== null && <span className="under quiet">{t(met ? 'promise.met' : 'promise.notMet')}</span>}
                </td>
                <td>
                  {gapText(p, e) ?? '—'}
                  {e !== null && (
                    <span className="under quiet">{t('promise.expectedNow', { share: shareText(e, 1) })}</span>
                  )}
                </td>
                <td>{told(one.standing.forecast)}</td>
                <td>{numberText(one.weight, Number.isInteger(one.weight) ? 0 : 2)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </WideTable>
  );
}

/** Every value told, the latest first; what was corrected stays, struck through. */
function Observations({ indicator }: { readonly indicator: IndicatorView }) {
  const { t, locale } = useReader();
  const { at } = useMoments();
  const standing = new Set(standingObservations(indicator.observations).map(({ id }) => id));
  if (indicator.observations.length === 0) return null;
  return (
    <details className="observations">
      <summary>{t('promise.observations', { count: indicator.observations.length })}</summary>
      <ul className="lines">
        {indicator.observations.toReversed().map((one) => (
          <li key={one.id} id={`observation-${one.id}`} data-corrected={!standing.has(one.id)}>
            <span className="num">
              {dayText(one.asOf, locale, true)}{' '}
              <strong>
                {numberText(one.value, indicator.decimals)}
                {indicator.unit}
              </strong>
            </span>
            <span className="mark">{t(one.standing === 'final' ? 'promise.final' : 'promise.provisional')}</span>
            <span className="mark">{t(SOURCE[one.source])}</span>
            {!standing.has(one.id) && <span className="mark">{t('promise.corrected')}</span>}
            <span className="under quiet">
              {[one.basis, one.reason, one.enteredBy, at(one.at)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
