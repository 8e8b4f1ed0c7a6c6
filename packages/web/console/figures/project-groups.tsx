import { Fragment } from 'react';
import { Link } from 'react-router';
import type { ProjectGroup, ProjectRow, ProjectTable, StageMoney } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { numberText } from '../board/figure-text.ts';
import { WideTable } from '../board/wide-table.tsx';
import { lightOf } from '../promise/lights.ts';
import { ProgressBar } from '../promise/progress-bar.tsx';
import { PromiseLight } from '../promise/promise-light.tsx';
import { useReader } from '../reader/index.ts';

const STAGES = ['assigned', 'contracted', 'paid', 'received'] as const;

const STAGE_WORDS = {
  assigned: 'figures.assigned',
  contracted: 'figures.contracted',
  paid: 'figures.paid',
  received: 'figures.received',
} as const;

/** Projects under their groups, each group with its sums within each stage of money: stages tell of the same money and have no total. */
export function ProjectGroups(props: { readonly table: ProjectTable }) {
  const { t, say } = useReader();
  const { table } = props;
  const rows = new Map(table.projects.map((row) => [row.id, row]));
  const stages = STAGES.filter((stage) => table.whole.money[stage] !== null);
  const cancelled = table.projects.filter((row) => row.cancelled);
  const money = (of: StageMoney) => (
    <>
      <td>{amount(of.plan)}</td>
      <td>{amount(of.invested)}</td>
      {stages.map((stage) => (
        <td key={stage}>{amount(of[stage])}</td>
      ))}
    </>
  );
  const rest = 3;
  return (
    <WideTable label={t('figures.projects')}>
      <table className="numbers projects">
        <caption className="quiet">{t('figures.moneyUnit')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figures.project')}</th>
            <th scope="col" className="project-stage">
              {t('figures.light')}
            </th>
            <th scope="col" className="project-stage">
              {t('figures.stage')}
            </th>
            <th scope="col">{t('figures.plan')}</th>
            <th scope="col">{t('figures.invested')}</th>
            {stages.map((stage) => (
              <th key={stage} scope="col">
                {t(STAGE_WORDS[stage])}
              </th>
            ))}
            <th scope="col" className="project-way">
              {t('figures.completion')}
            </th>
            <th scope="col" className="project-land">
              {t('figures.land')}
            </th>
            <th scope="col">{t('figures.blockers')}</th>
          </tr>
        </thead>
        <tbody>
          <tr className="whole">
            <th scope="row" className="whole-name">
              {t('figures.inAll', { count: table.whole.count })}
            </th>
            <td colSpan={2} />
            {money(table.whole.money)}
            <td className="project-way">{rateText(table.whole.all.invested.rate)}</td>
            <td colSpan={2} />
          </tr>
          {table.groups.map((group) => (
            <Fragment key={group.key}>
              <GroupHead group={group} name={say(group.label) || t('promise.unassigned')}>
                {money(group.money)}
                <td className="project-way">{rateText(group.rates.invested.rate)}</td>
                <td>
                  {group.rates.started.d === 0
                    ? ''
                    : t('figures.startsOf', { n: group.rates.started.n, d: group.rates.started.d })}
                </td>
                <td>{group.blockers === 0 ? '' : group.blockers}</td>
              </GroupHead>
              {group.projects.map((id) => {
                const row = rows.get(id);
                return row === undefined ? null : (
                  <Project key={id} row={row}>
                    {money(row.money)}
                  </Project>
                );
              })}
            </Fragment>
          ))}
          {cancelled.length > 0 && (
            <tr className="sheet-heading">
              <th scope="rowgroup" colSpan={5 + stages.length + rest}>
                {t('figures.cancelled', { count: cancelled.length })} {cancelled.map(({ title }) => title).join('、')}
              </th>
            </tr>
          )}
        </tbody>
      </table>
    </WideTable>
  );
}

function GroupHead(props: { readonly group: ProjectGroup; readonly name: string; readonly children: React.ReactNode }) {
  const { t } = useReader();
  return (
    <tr className="group-sum">
      <th scope="row">
        {props.name} <span className="quiet num">{t('promise.inAll', { count: props.group.count })}</span>
      </th>
      <td colSpan={2} />
      {props.children}
    </tr>
  );
}

function Project(props: { readonly row: ProjectRow; readonly children: React.ReactNode }) {
  const { t, say, locale } = useReader();
  const { row } = props;
  const start = row.stages.find(({ stage }) => stage === 'started');
  const lateStart = start !== undefined && start.actual === null && start.late;
  return (
    <tr>
      <th scope="row" className="project-name">
        <Link to={`/promises/${row.id}`}>{row.title}</Link>
        {row.added && <span className="mark">{t('figures.addedMark')}</span>}
        {row.disagrees && <span className="clash-mark">{t('figures.disagrees')}</span>}
        <span className="quiet target-lead">
          {[row.lead && say(row.lead.name), row.leader?.name].filter((one) => one).join(' · ')}
        </span>
      </th>
      <td className="project-stage">
        <PromiseLight light={row.light} />
      </td>
      <td className="project-stage">
        {say(row.state.label)}
        {lateStart && start.planned !== null && (
          <span className="figure-basis behind">{t('figures.startLate', { day: dayText(start.planned, locale) })}</span>
        )}
      </td>
      {props.children}
      <td className="project-way">
        <ProgressBar rate={row.investedRate} expected={row.expectedRate} light={lightOf(row.light)} />
        {row.investedAsOf !== null && (
          <span className="figure-basis quiet">{t('promise.asOf', { day: dayText(row.investedAsOf, locale) })}</span>
        )}
      </td>
      <td className="project-land">
        {row.land.map(({ name, label, value, whole, unit }) => (
          <span key={name} className="figure-basis">
            <span className="quiet">{label}</span> {value === null ? '—' : numberText(value)}
            {whole !== null && `/${numberText(whole)}`}
            {unit}
          </span>
        ))}
      </td>
      <td>
        {row.blockers.open > 0 && <span>{row.blockers.open}</span>}
        {row.blockers.overdue > 0 && (
          <span className="figure-basis behind">{t('figures.overdue', { count: row.blockers.overdue })}</span>
        )}
      </td>
    </tr>
  );
}

/** 万元; what is not known is a dash and never nought. */
function amount(value: number | null): string {
  return value === null ? '—' : numberText(value);
}

function rateText(rate: number | null): string {
  return rate === null ? '—' : `${numberText(rate, 1)}%`;
}
