import type { ProjectDetail } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { WideTable } from '../board/wide-table.tsx';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import { STAGES } from './project-acts.ts';

const NAMES: Readonly<Record<string, ScreenText>> = STAGES;

/** When the stages of a project were planned and reached, and the permits of its sites. */
export function ProjectPanel({ project }: { readonly project: ProjectDetail }) {
  const { t } = useReader();
  const permitted = project.sites.filter(({ permits }) => permits.length > 0);
  const stages = project.project.stages.filter(({ planned, actual }) => planned !== null || actual !== null);
  if (permitted.length === 0 && stages.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="project">
      <h2 id="project">{t('promise.stagesAndPermits')}</h2>
      {stages.length > 0 && <StageTable stages={stages} />}
      {permitted.length > 0 && (
        <ul className="lines">
          {permitted.map(({ id, no, name, permits }) => (
            <li key={id}>
              <span className="num quiet">{no}</span> <strong>{name}</strong>
              {permits.map(({ kind, number, document, issuedOn }) => (
                <span key={kind} className="under num">
                  {[kind, number, document, issuedOn].filter(Boolean).join(' · ')}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function StageTable({ stages }: { readonly stages: ProjectDetail['project']['stages'] }) {
  const { t, locale } = useReader();
  const told = (day: string | null) => (day === null ? '—' : dayText(day, locale, true));
  return (
    <WideTable label={t('promise.projectStage')}>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{t('promise.projectStage')}</th>
            <th scope="col">{t('promise.stagePlanned')}</th>
            <th scope="col">{t('promise.stageReached')}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map(({ stage, planned, firstPlanned, actual, late }) => {
            const name = NAMES[stage];
            return (
              <tr key={stage}>
                <th scope="row">{name === undefined ? stage : t(name)}</th>
                <td>
                  {told(planned)}
                  {firstPlanned !== null && firstPlanned !== planned && (
                    <span className="under quiet">{t('promise.stageFirst', { day: told(firstPlanned) })}</span>
                  )}
                </td>
                <td>
                  {told(actual)}
                  {late && <span className="mark">{t('promise.stageLate')}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </WideTable>
  );
}
