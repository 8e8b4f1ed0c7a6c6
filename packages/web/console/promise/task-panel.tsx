import { Button } from 'antd';
import type { PromiseView, TaskView } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import { shareText } from './share-text.ts';
import { isLate, type TaskNode, taskTree } from './task-tree.ts';

const STATE: Readonly<Record<TaskView['state'], ScreenText>> = {
  open: 'promise.taskOpen',
  reported: 'promise.taskReported',
  done: 'promise.taskDone',
  cancelled: 'promise.taskCancelled',
};

/** The parts of the work under one another, each with its share of the whole, its own date and its unit. */
export function TaskPanel(props: {
  readonly view: PromiseView;
  readonly onReport: ((task: TaskView) => void) | undefined;
  readonly onSplit: ((task: TaskView) => void) | undefined;
}) {
  const { view, onReport, onSplit } = props;
  const { t } = useReader();
  if (view.tasks.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="tasks">
      <h2 id="tasks">{t('promise.tasks')}</h2>
      <Branch nodes={taskTree(view.tasks)} asOf={view.asOf} onReport={onReport} onSplit={onSplit} />
    </section>
  );
}

function Branch(props: {
  readonly nodes: readonly TaskNode[];
  readonly asOf: string;
  readonly onReport: ((task: TaskView) => void) | undefined;
  readonly onSplit: ((task: TaskView) => void) | undefined;
}) {
  return (
    <ul className="tasks">
      {props.nodes.map((node) => (
        <li key={node.task.id} data-kind={node.task.kind}>
          <TaskLine node={node} asOf={props.asOf} onReport={props.onReport} onSplit={props.onSplit} />
          {node.below.length > 0 && (
            <Branch nodes={node.below} asOf={props.asOf} onReport={props.onReport} onSplit={props.onSplit} />
          )}
        </li>
      ))}
    </ul>
  );
}

function TaskLine(props: {
  readonly node: TaskNode;
  readonly asOf: string;
  readonly onReport: ((task: TaskView) => void) | undefined;
  readonly onSplit: ((task: TaskView) => void) | undefined;
}) {
  const { t, say, locale } = useReader();
  const { task, share, below } = props.node;
  const late = isLate(task, props.asOf);
  return (
    <div className="task">
      <span className="task-state" data-state={task.state} data-late={late}>
        {t(late ? 'promise.taskLate' : STATE[task.state])}
      </span>
      <span className="task-title">
        {task.title}
        {task.kind === 'milestone' && <span className="mark">{t('promise.milestone')}</span>}
        {task.unit && <span className="quiet"> {say(task.unit.name)}</span>}
      </span>
      <span className="task-share num quiet" title={t('promise.taskShare')}>
        {shareText(share, share > 0 && share < 0.1 ? 1 : 0)}
      </span>
      <span className="task-due num">
        {task.due === null ? t('promise.noDue') : dayText(task.due, locale, true)}
        {task.firstDue !== null && task.firstDue !== task.due && (
          <s className="quiet" title={t('promise.firstDue')}>
            {dayText(task.firstDue, locale, true)}
          </s>
        )}
        {task.doneOn !== null && (
          <span className="quiet">{t('promise.doneOn', { day: dayText(task.doneOn, locale) })}</span>
        )}
      </span>
      {task.state === 'open' && below.length === 0 && (props.onReport || props.onSplit) && (
        <span className="task-acts">
          {props.onReport && (
            <Button size="small" onClick={() => props.onReport?.(task)}>
              {t('promise.reportTask')}
            </Button>
          )}
          {props.onSplit && (
            <Button size="small" onClick={() => props.onSplit?.(task)}>
              {t('promise.splitTask')}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
