import { useReader } from '../reader/index.ts';
import type { PlanView } from './review-data.ts';

type Line = PlanView['lines'][number];

/** The plan as it will be printed: 序号、任务、目标、牵头单位、配合单位、分管区领导、完成时限, by leader. */
export function PlanTable(props: { readonly plan: PlanView; readonly onOpen: (promise: string) => void }) {
  const { plan } = props;
  const { t, say } = useReader();
  const groups = groupsOf(plan.lines);
  return (
    <section className="panel plan-panel">
      <p className="quiet plan-count">
        {t('review.planCount', { count: plan.count, leaders: groups.filter(({ leader }) => leader !== null).length })}
        {plan.hidden > 0 && ` ${t('review.planHidden', { count: plan.hidden })}`}
      </p>
      <table className="cases plan-table">
        <thead>
          <tr>
            <th className="col-no">{t('review.no')}</th>
            <th className="col-task">{t('review.task')}</th>
            <th className="col-target">{t('review.target')}</th>
            <th className="col-lead">{t('review.lead')}</th>
            <th className="col-assisting">{t('review.assisting')}</th>
            <th className="col-due">{t('review.due')}</th>
          </tr>
        </thead>
        {groups.map(({ leader, lines }) => (
          <tbody key={leader?.post ?? ''}>
            <tr className="plan-leader">
              <th colSpan={6} scope="rowgroup">
                {leader === null ? t('review.noLeader') : t('review.inCharge', { name: leader.name })}
                <span className="quiet num"> {t('review.lines', { count: lines.length })}</span>
              </th>
            </tr>
            {lines.map((line) => (
              <tr key={line.promise} onClick={() => props.onOpen(line.promise)}>
                <td className="num">{line.no}</td>
                <td>
                  <button type="button" className="line-open" onClick={() => props.onOpen(line.promise)}>
                    {line.task}
                  </button>
                  {line.comments > 0 && (
                    <span className="mark strong">{t('review.hasComments', { count: line.comments })}</span>
                  )}
                </td>
                <td className="col-target">{line.target === '' ? <span className="quiet">—</span> : line.target}</td>
                <td>
                  {line.lead === null ? (
                    <span className="fault">{t('review.notNamed')}</span>
                  ) : (
                    <UnitName name={say(line.lead.name)} asked={line.asked.includes(line.lead.id)} />
                  )}
                </td>
                <td>
                  {line.assisting.map((unit) => (
                    <UnitName key={unit.id} name={say(unit.name)} asked={line.asked.includes(unit.id)} />
                  ))}
                </td>
                <td className="num">
                  {line.dueText === '' ? <span className="quiet">{t('review.noDue')}</span> : line.dueText}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function UnitName(props: { readonly name: string; readonly asked: boolean }) {
  const { t } = useReader();
  return (
    <span className="unit-name">
      {props.name}
      {props.asked && <span className="mark">{t('review.asked')}</span>}
    </span>
  );
}

interface Group {
  readonly leader: Line['leader'];
  readonly lines: readonly Line[];
}

/** Lines by leader, leaders in the order of their first line, those without one last. */
export function groupsOf(lines: readonly Line[]): readonly Group[] {
  const posts = [...new Set(lines.map(({ leader }) => leader?.post ?? ''))];
  return posts
    .toSorted((a, b) => Number(a === '') - Number(b === ''))
    .map((post) => {
      const own = lines.filter(({ leader }) => (leader?.post ?? '') === post);
      return { leader: own[0]?.leader ?? null, lines: own };
    });
}
