import { ArrowLeftOutlined } from '@ant-design/icons';
import { App, Button, Input, type InputRef, Select, Skeleton } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useKeys } from '../shell/keys.ts';
import { type Assignment, AssignmentFields, nobody, suggestedIn } from './assignment-fields.tsx';
import { DeskActions, type DeskMode, DismissForm } from './desk-actions.tsx';
import { ItemForm } from './item-form.tsx';
import { ItemPanel } from './item-panel.tsx';
import { ItemQueue } from './item-queue.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { ProjectTie } from './project-tie.tsx';
import {
  type Decision,
  type ItemList,
  type ItemView,
  type ReportView,
  useDecision,
  useDraftPlan,
  useItems,
  useReport,
} from './review-data.ts';
import { type DeskFilter, nextOpen, queueOf } from './review-queue.ts';
import { SourcePane } from './source-pane.tsx';
import { SplitForm } from './split-form.tsx';

/** The review desk: the report at the left, what is made of its sentences beside it, everything by keyboard. */
export function DeskPage() {
  const { id = '' } = useParams();
  const report = useReport(id);
  const items = useItems(id);
  const { t } = useReader();
  usePageTitle(t('review.desk'));
  const error = report.error ?? items.error;
  if (report.data === undefined || items.data === undefined) {
    return <div className="desk-wait">{error ? <ErrorNote error={error} /> : <Skeleton active />}</div>;
  }
  return <Desk key={id} report={report.data} list={items.data} />;
}

function Desk({ report, list }: { readonly report: ReportView; readonly list: ItemList }) {
  const { t, say } = useReader();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [filter, setFilter] = useState(OPEN_ITEMS);
  // Named from the start: what another window decides must not put the next item under the hand that is deciding this one.
  const [chosen, setChosen] = useState(() => queueOf(list.items, OPEN_ITEMS)[0]?.no);
  const [mode, setMode] = useState<DeskMode>('look');
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const [assignment, setAssignment] = useState<Assignment>(nobody);
  const decision = useDecision(report.id);
  const draftPlan = useDraftPlan();
  const words = useRef<InputRef>(null);
  const queue = useRef<HTMLUListElement>(null);

  const shown = useMemo(() => queueOf(list.items, filter), [list.items, filter]);
  // The one under the eye stays there though the filter no longer holds it, until the reader goes on.
  const current = list.items.find(({ no }) => no === chosen) ?? shown[0];
  const edits = report.edits && report.state !== 'replaced';
  const isOpen = edits && current?.decision === 'open';
  // A form is for what is open: where another decided meanwhile, the decision is shown, and what is possible with it.
  const shownMode = isOpen ? mode : 'look';
  const markedOpen = list.items.filter(({ no, decision: how }) => marked.has(no) && how === 'open');
  // Who answers for it as it was decided, by whomever: a draft of one's own must not be kept over it by a later key.
  const decidedAs = current?.promise ? `${current.no}/${current.version}` : '';
  const [answeredAs, setAnsweredAs] = useState(decidedAs);
  if (answeredAs !== decidedAs) {
    setAnsweredAs(decidedAs);
    if (current?.promise) setAssignment(assignmentOf(current));
  }
  const suggested = current === undefined ? [] : suggestionsOf(current);

  const choose = (item: ItemView | undefined) => {
    if (item === undefined) return;
    setChosen(item.no);
    setMode('look');
    setAssignment(assignmentOf(item));
    decision.reset();
  };
  const move = (by: number) => {
    const at = shown.findIndex(({ no }) => no === current?.no);
    choose(shown[at < 0 ? 0 : Math.max(0, Math.min(shown.length - 1, at + by))]);
  };
  const decide = (does: Decision['does'], body: unknown) => {
    if (current === undefined || decision.isPending) return;
    decision.mutate(
      { does, item: current, body },
      {
        onSuccess: ({ made }) => {
          setMarked(new Set());
          void message.success(t(doneWords[does], { no: current.no }));
          if (does === 'assign' || does === 'reopen') return setMode('look');
          choose(made[0] ?? nextOpen(queueOf(list.items, { ...filter, show: 'all' }), current) ?? current);
        },
      },
    );
  };
  const accept = () => decide('accept', { assignment: sentOf(assignment) });
  const mark = () => {
    if (!isOpen || current === undefined) return;
    const next = new Set(marked);
    if (!next.delete(current.no)) next.add(current.no);
    setMarked(next);
    move(1);
  };
  const merge = () => {
    if (markedOpen.length >= 2) decide('merge', { items: markedOpen.map(({ no, version }) => ({ no, version })) });
  };
  const isLooking = shownMode === 'look';
  const reassigns = edits && current !== undefined && current.promise !== null && !current.promise.issued;
  const actions = [
    { key: 'a', text: 'review.accept', primary: true, run: accept, allowed: isOpen },
    { key: 'e', text: 'review.edit', run: () => setMode('edit'), allowed: isOpen },
    { key: 's', text: 'review.split', run: () => setMode('split'), allowed: isOpen },
    { key: 'm', text: 'review.mark', run: mark, allowed: isOpen },
    { key: 'x', text: 'review.dismiss', run: () => setMode('dismiss'), allowed: isOpen },
    {
      key: 'l',
      text: 'review.assign',
      primary: true,
      run: () => decide('assign', { assignment: sentOf(assignment) }),
      allowed: reassigns,
    },
    {
      key: 'r',
      text: 'review.reopen',
      run: () => decide('reopen', {}),
      allowed: edits && (current?.decision === 'dismissed' || (current?.promise === null && current.project !== null)),
    },
  ] as const;
  useKeys(
    'review.desk',
    [
      ...actions.filter(({ allowed }) => allowed).map(({ key, text, run }) => ({ key, says: t(text), run })),
      ...(isOpen && suggested.length > 0
        ? [{ key: 'u', says: t('review.useSuggestion'), run: () => setAssignment(suggestedIn(assignment, suggested)) }]
        : []),
      ...(markedOpen.length >= 2 ? [{ key: 'M', says: t('review.merge'), run: merge }] : []),
      { key: 'j', says: t('review.next'), run: () => move(1) },
      { key: 'k', says: t('review.previous'), run: () => move(-1) },
      { key: '/', says: t('review.find'), run: () => words.current?.focus({ cursor: 'all' }) },
      {
        key: 'o',
        says: t('review.openOrAll'),
        run: () => setFilter({ ...filter, show: filter.show === 'open' ? 'all' : 'open' }),
      },
      ...(mode === 'look' ? [] : [{ key: 'Escape', says: t('review.leaveForm'), run: () => setMode('look') }]),
    ],
    isLooking,
  );

  return (
    <div className="desk">
      <header className="desk-head">
        <div>
          <Link to="/reports">
            <ArrowLeftOutlined /> {t('review.toReports')}
          </Link>
          <h1>{report.title}</h1>
          <span className="state num">{t('review.edition', { year: report.year, edition: report.edition })}</span>
        </div>
        <ProgressBar progress={list.progress} />
        <div className="desk-tools">
          <Link to={`/reports/${report.id}/compare`}>{t('review.compare')}</Link>
          {report.plan !== null && <Link to={`/plans/${report.plan.id}`}>{t('review.toPlan')}</Link>}
          {edits && list.progress.open === 0 && report.plan === null && (
            <Button
              type="primary"
              loading={draftPlan.isPending}
              onClick={() => draftPlan.mutate(report.id, { onSuccess: ({ id }) => void navigate(`/plans/${id}`) })}
            >
              {t('review.draftPlan')}
            </Button>
          )}
        </div>
      </header>
      {draftPlan.error && <ErrorNote error={draftPlan.error} />}
      <div className="desk-columns">
        <aside className="desk-queue">
          <div className="desk-filter">
            <Input
              ref={words}
              allowClear
              size="small"
              placeholder={t('review.find')}
              aria-label={t('review.find')}
              value={filter.words}
              suffix={<span className="key">/</span>}
              onChange={({ target }) => setFilter({ ...filter, words: target.value })}
              onPressEnter={() => {
                words.current?.blur();
                choose(shown[0]);
              }}
            />
            <Select
              size="small"
              aria-label={t('review.show')}
              value={filter.show}
              options={[
                { value: 'open', label: t('review.showOpen', { count: list.progress.open }) },
                { value: 'doubtful', label: t('review.showDoubtful') },
                { value: 'taken', label: t('review.showTaken') },
                { value: 'out', label: t('review.showOut') },
                { value: 'all', label: t('review.showAll', { count: list.progress.total }) },
              ]}
              onChange={(show) => setFilter({ ...filter, show })}
            />
            <Select
              size="small"
              aria-label={t('review.kind')}
              allowClear
              placeholder={t('review.anyKind')}
              value={filter.kind}
              options={report.kinds.map((kind) => ({ value: kind.id, label: say(kind.name) }))}
              onChange={(kind) => setFilter({ ...filter, kind: kind ?? null })}
            />
          </div>
          {markedOpen.length > 0 && (
            <div className="desk-marked">
              <span>{t('review.marked', { count: markedOpen.length })}</span>
              <Button size="small" type="primary" disabled={markedOpen.length < 2} onClick={merge}>
                {t('review.merge')}
                <span className="key" aria-hidden="true">
                  M
                </span>
              </Button>
              <Button size="small" type="text" onClick={() => setMarked(new Set())}>
                {t('shell.cancel')}
              </Button>
            </div>
          )}
          <ItemQueue items={shown} current={current?.no} marked={marked} list={queue} onChoose={choose} />
        </aside>
        <SourcePane report={report} items={list.items} current={current} onChoose={choose} />
        <section className="desk-item" aria-live="polite">
          {decision.error && <ErrorNote error={decision.error} />}
          {current === undefined ? (
            <p className="empty">{t('review.nothingHere')}</p>
          ) : (
            <>
              {shownMode !== 'edit' && shownMode !== 'split' && <ItemPanel item={current} report={report} />}
              {shownMode === 'look' && (
                <>
                  {isOpen && current.proposed.kind === 'livelihood' && (
                    <ProjectTie
                      report={report.id}
                      no={current.no}
                      busy={decision.isPending}
                      onTie={(project) => decide('tie', { project })}
                    />
                  )}
                  {(isOpen || reassigns) && (
                    <AssignmentFields
                      value={assignment}
                      suggested={suggested}
                      leaders={report.leaders}
                      onChange={setAssignment}
                    />
                  )}
                  <DeskActions actions={actions} busy={decision.isPending} />
                </>
              )}
              {!isOpen && mode !== 'look' && <p className="quiet">{t('review.typedStays')}</p>}
              {mode === 'dismiss' && (
                <DismissForm
                  key={current.no}
                  item={current}
                  busy={decision.isPending}
                  isDecided={!isOpen}
                  onSubmit={(reason) => decide('dismiss', { reason })}
                  onCancel={() => setMode('look')}
                />
              )}
              {mode === 'edit' && (
                <ItemForm
                  key={current.no}
                  proposed={current.proposed}
                  kinds={report.kinds}
                  busy={decision.isPending}
                  isDecided={!isOpen}
                  onSubmit={(corrections) => decide('accept', { corrections, assignment: sentOf(assignment) })}
                  onCancel={() => setMode('look')}
                />
              )}
              {mode === 'split' && (
                <SplitForm
                  key={current.no}
                  item={current}
                  busy={decision.isPending}
                  isDecided={!isOpen}
                  onSubmit={(parts) => decide('split', { parts })}
                  onCancel={() => setMode('look')}
                />
              )}
            </>
          )}
          <p className="desk-keys quiet">{t('review.keys')}</p>
        </section>
      </div>
    </div>
  );
}

const OPEN_ITEMS: DeskFilter = { show: 'open', kind: null, words: '' };

const doneWords = {
  accept: 'review.doneAccept',
  dismiss: 'review.doneDismiss',
  reopen: 'review.doneReopen',
  assign: 'review.doneAssign',
  split: 'review.doneSplit',
  merge: 'review.doneMerge',
  tie: 'review.doneTie',
} as const;

function suggestionsOf({ proposed }: ItemView): readonly NonNullable<ItemView['proposed']['suggested']>[] {
  return proposed.suggested === null ? [] : [proposed.suggested, ...proposed.alsoSuggested];
}

function assignmentOf({ promise }: ItemView): Assignment {
  if (promise === null) return nobody;
  return {
    lead: promise.lead?.id ?? null,
    assisting: promise.assisting.map(({ id }) => id),
    leader: promise.leader?.post ?? null,
  };
}

function sentOf({ lead, assisting, leader }: Assignment) {
  return { lead, assisting: [...assisting], leader };
}
