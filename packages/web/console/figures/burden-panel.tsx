import { WideTable } from '../board/wide-table.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useBurden } from './figures-data.ts';
import { monthText, shifted } from './month-picker.tsx';

/** Months in the table, the sheet's the last. */
const MONTHS = 6;

/** How often units were asked for figures, and how much of it they answered: what asking costs. */
export function BurdenPanel({ month }: { readonly month: string }) {
  const { t, say, locale } = useReader();
  const months = Array.from({ length: MONTHS }, (_, at) => shifted(month, at + 1 - MONTHS));
  const { data, error } = useBurden(months[0] ?? month, month);
  if (error) return <ErrorNote error={error} />;
  if (data === undefined || data.units.length === 0) return null;
  const told = (of: { readonly asked: number; readonly answered: number } | undefined) =>
    of === undefined || of.asked === 0 ? '—' : t('figures.burdenOf', { asked: of.asked, answered: of.answered });
  const inMonth = (all: (typeof data)['months'], name: string) => all.find((one) => one.month === name);
  const whole = data.units.reduce(
    (sum, one) => ({ asked: sum.asked + one.asked, answered: sum.answered + one.answered }),
    { asked: 0, answered: 0 },
  );
  return (
    <section className="panel" aria-labelledby="burden">
      <h2 id="burden">{t('figures.burden')}</h2>
      <p className="quiet">{t('figures.burdenHint')}</p>
      <WideTable label={t('figures.burden')}>
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{t('figures.burdenUnit')}</th>
              {months.map((name) => (
                <th key={name} scope="col">
                  {monthText(name, locale)}
                </th>
              ))}
              <th scope="col">{t('figures.burdenWhole')}</th>
            </tr>
          </thead>
          <tbody>
            {data.units.map((one) => (
              <tr key={one.unit.id}>
                <th scope="row">{say(one.unit.name)}</th>
                {months.map((name) => (
                  <td key={name}>{told(inMonth(one.months, name))}</td>
                ))}
                <td>{told(one)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('figures.burdenWhole')}</th>
              {months.map((name) => (
                <td key={name}>{told(inMonth(data.months, name))}</td>
              ))}
              <td>{told(whole)}</td>
            </tr>
          </tbody>
        </table>
      </WideTable>
    </section>
  );
}
