import { choice, date, text, tree, unit } from '@huying/kit/field';
import type { ProjectDetail, PromiseView } from '../../client/index.ts';
import type { Question } from '../form/question.ts';
import type { Tell } from '../text/index.ts';
import { asked, askedOf, codesOf, namedCodes } from './own-question.ts';
import type { PromiseAct } from './promise-act.ts';

/** What may be told of a project besides what is told of every promise: what stands in its way, its stages, its permits. */
export function projectActs(view: PromiseView, project: ProjectDetail, t: Tell): readonly PromiseAct[] {
  const may = (what: string) => project.may.includes(what);
  const open = project.blockers.filter(({ clearedOn }) => clearedOn === null);
  return [
    ...(may('blocker') ? [blockerAct(view, t)] : []),
    ...(may('plan') && open.length > 0 ? [moveAct(open, t)] : []),
    ...(may('plan') ? [stageAct(view, t)] : []),
    ...(may('permit') && project.sites.length > 0 ? [permitAct(view, project, t)] : []),
  ];
}

function blockerAct(view: PromiseView, t: Tell): PromiseAct {
  return {
    key: 'blocker',
    title: t('promise.raiseBlocker'),
    questions: [
      asked('words', 'promise.blockerWords', (label) => text(label, { max: 1000, lines: 3 }).required()),
      asked('kind', 'promise.blockerKind', (label) => text(label, { max: 40 }).required(), 'promise.blockerKindHint'),
      asked('unit', 'promise.blockerUnit', (label) => unit(label).required()),
      person('promise.blockerOwnerHint'),
      asked('due', 'promise.blockerDue', (label) => date(label).required()),
    ],
    initial: {},
    sent: (answers) => [{ path: `/api/projects/${view.id}/blockers`, body: answers, version: null }],
  };
}

function moveAct(open: ProjectDetail['blockers'], t: Tell): PromiseAct {
  const named = namedCodes(open.map(({ id, words, due }) => ({ code: id, name: `${words} ${due}` })));
  const [only] = open.length === 1 ? open : [];
  return {
    key: 'moveBlocker',
    title: t('promise.moveBlocker'),
    questions: [
      askedOf('blocker', 'promise.blocker', named),
      asked('unit', 'promise.blockerUnit', (label) => unit(label), 'promise.unchangedHint'),
      person('promise.unchangedHint'),
      asked('due', 'promise.blockerDue', (label) => date(label), 'promise.unchangedHint'),
      asked('reason', 'promise.reason', (label) => text(label, { max: 400, lines: 2 }).required()),
    ],
    initial:
      only === undefined
        ? {}
        : {
            blocker: only.id,
            ...(only.unit ? { unit: only.unit.id } : {}),
            ...(only.owner ? { owner: only.owner.post } : {}),
          },
    sent: ({ blocker, ...answers }) => [
      {
        path: `/api/projects/blockers/${String(blocker)}/move`,
        body: answers,
        // It is the blocker that must not have changed since it was read.
        version: open.find(({ id }) => id === blocker)?.version ?? null,
      },
    ],
  };
}

/** Somebody of the unit that is to clear it, by name. */
function person(help: 'promise.blockerOwnerHint' | 'promise.unchangedHint'): Question {
  const question = asked(
    'owner',
    'promise.blockerOwner',
    (label) => choice(label, tree('people', { under: 'unit' })),
    help,
  );
  return { ...question, under: 'unit' };
}

/** The stages that are planned, as they are called. */
export const STAGES = {
  early: 'promise.projectEarly',
  dueToStart: 'promise.projectDueToStart',
  started: 'promise.projectStarted',
  building: 'promise.projectBuilding',
  completed: 'promise.projectCompleted',
  producing: 'promise.projectProducing',
  statistics: 'promise.projectStatistics',
} as const;

function stageAct(view: PromiseView, t: Tell): PromiseAct {
  return {
    key: 'stage',
    title: t('promise.planStage'),
    questions: [
      askedOf('stage', 'promise.projectStage', codesOf(STAGES)),
      asked('planned', 'promise.stagePlanned', (label) => date(label).required()),
      asked('reason', 'promise.reason', (label) => text(label, { max: 400, lines: 2 }), 'promise.stageReasonHint'),
    ],
    initial: {},
    sent: ({ stage, ...answers }) => [{ path: `/api/projects/${view.id}/stages/${String(stage)}`, body: answers }],
  };
}

function permitAct(view: PromiseView, { sites }: ProjectDetail, t: Tell): PromiseAct {
  return {
    key: 'permit',
    title: t('promise.enterPermit'),
    questions: [
      askedOf(
        'site',
        'promise.site',
        namedCodes(sites.map(({ id, no, name }) => ({ code: id, name: `${no} ${name}` }))),
      ),
      asked('kind', 'promise.permitKind', (label) => text(label, { max: 60 }).required(), 'promise.permitKindHint'),
      asked('number', 'promise.permitNumber', (label) => text(label, { max: 80 })),
      asked('document', 'promise.document', (label) => text(label, { max: 200 })),
      asked('issuedOn', 'promise.permitIssuedOn', (label) => date(label)),
    ],
    initial: {},
    sent: ({ site, ...answers }) => [
      { path: `/api/projects/${view.id}/sites/${String(site)}/permits`, body: answers, version: null },
    ],
  };
}
