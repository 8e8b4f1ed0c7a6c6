import { useNavigate } from 'react-router';
import { useReader } from '../reader/index.ts';
import { useBoardContext } from './board-context.tsx';
import type { PanelOf } from './board-data.ts';
import { dayText } from './board-period.ts';
import { differenceText, numberText } from './figure-text.ts';
import { hourAddress } from './list-address.ts';
import { Plot } from './plot.tsx';
import { scaleFromZero } from './scale.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** What came in hour by hour, and how that compares with the day before at this time of day; an hour opens to its cases. */
export function IntakePanel(props: { readonly panel: PanelOf<'intake'> }) {
  const { locale, t, say } = useReader();
  const { view } = useBoardContext();
  const navigate = useNavigate();
  const { panel } = props;
  const { hour, hours, hoursBefore, byNow } = panel;
  const total = hours.reduce((sum, count) => sum + count, 0);
  const day = dayText(panel.day, locale);
  const dayBefore = dayText(panel.dayBefore, locale);
  return (
    <>
      <p className="panel-note">
        {t(hour === null ? 'board.intakeWhole' : 'board.intakeByNow', {
          day,
          count: numberText(total),
          dayBefore,
          before: numberText(byNow),
          by: differenceText(total - byNow, 0),
        })}
      </p>
      <Plot
        label={say(panel.label)}
        present={{ name: day, rates: HOURS.map((one) => (hour !== null && one > hour ? null : (hours[one] ?? 0))) }}
        others={[{ name: dayBefore, rates: HOURS.map((one) => hoursBefore[one] ?? 0) }]}
        bars
        scale={scaleFromZero([...hours, ...hoursBefore])}
        marks={HOURS.map(String)}
        names={HOURS.map((one) => t('board.hourOf', { from: one, to: one + 1 }))}
        decimals={0}
        unit=""
        onOpen={(one) => void navigate(hourAddress(view, panel, one))}
      />
    </>
  );
}
