import { date, files, number, photos, text, unit, units } from '@huying/kit/field';
import type { ObjectionView, PromiseView, RevisionView, TaskView, Value, Values } from '../../client/index.ts';
import type { Tell } from '../text/index.ts';
import { standingObservations } from './course-scale.ts';
import { asked, askedOf, codesOf, namedCodes } from './own-question.ts';
import type { PromiseAct } from './promise-act.ts';

/** What may be told of a promise besides the steps of its course, as far as this reader may. */
export function generalActs(view: PromiseView, t: Tell): readonly PromiseAct[] {
  const may = (what: string) => view.may.includes(what);
  return [
    ...(may('observe') && view.indicators.length > 0 ? [observationAct(view, t)] : []),
    ...(may('evidence') ? [evidenceAct(view, t)] : []),
    ...(may('verify') ? [verificationAct(view, t)] : []),
    ...(may('revise') ? [revisionAct(view, t)] : []),
    ...(may('issue') ? [issueAct(view, t)] : []),
    ...(may('duties') ? [dutiesAct(view, t)] : []),
    ...(may('publish') ? [publicationAct(view, t)] : []),
    ...(may('object') ? [objectionAct(view, t)] : []),
  ];
}

const LARGEST = 1e15;

function observationAct(view: PromiseView, t: Tell): PromiseAct {
  const named = namedCodes(
    view.indicators.map(({ name, label, unit }) => ({ code: name, name: unit === '' ? label : `${label} / ${unit}` })),
  );
  const before = view.indicators.flatMap(({ name, label, observations }) =>
    standingObservations(observations)
      .slice(-12)
      .toReversed()
      .map((one) => ({ ...one, indicator: name, code: one.id, name: `${label} ${one.asOf} ${one.value}` })),
  );
  return {
    key: 'observe',
    title: t('promise.observe'),
    questions: [
      askedOf('indicator', 'promise.indicator', named),
      asked('asOf', 'promise.asOfDay', (label) => date(label).required()),
      asked(
        'value',
        'promise.value',
        (label) => number(label, { min: -LARGEST, max: LARGEST }).required(),
        'promise.valueHint',
      ),
      asked('growth', 'promise.growthAsked', (label) => number(label, { min: -100, max: 100_000, unit: '%' })),
      askedOf(
        'standing',
        'promise.observationStanding',
        codesOf({ provisional: 'promise.provisional', final: 'promise.final' }),
      ),
      asked('basis', 'promise.basis', (label) => text(label, { max: 400 })),
      ...(before.length > 0 ? [askedOf('corrects', 'promise.corrects', namedCodes(before), 'optional')] : []),
      ...(before.length > 0
        ? [
            asked(
              'reason',
              'promise.correctionReason',
              (label) => text(label, { max: 400, lines: 2 }),
              'promise.correctionHint',
            ),
          ]
        : []),
    ],
    isAsked: (name, { corrects }) => name !== 'reason' || corrects !== undefined,
    initial: {
      asOf: view.asOf,
      standing: 'provisional',
      ...(view.indicators.length === 1 && view.indicators[0] ? { indicator: view.indicators[0].name } : {}),
    },
    sent: (answers) => {
      const wrong = before.find(({ id }) => id === answers.corrects);
      // A correction is of the same indicator and day as what it corrects.
      const same = wrong === undefined ? {} : { indicator: wrong.indicator, asOf: wrong.asOf };
      return [{ path: `/api/promises/${view.id}/observations`, body: { ...answers, ...same } }];
    },
  };
}

/** The tasks, sites and indicators something can be about. */
function aboutQuestions(view: PromiseView) {
  const tasks = namedCodes(view.tasks.map(({ id, title }) => ({ code: id, name: title })));
  const sites = namedCodes(view.sites.map(({ id, no, name }) => ({ code: id, name: `${no} ${name}` })));
  const indicators = namedCodes(view.indicators.map(({ name, label }) => ({ code: name, name: label })));
  return [
    ...(tasks.length > 0 ? [askedOf('task', 'promise.aboutTask', tasks, 'optional')] : []),
    ...(sites.length > 0 ? [askedOf('site', 'promise.aboutSite', sites, 'optional')] : []),
    ...(indicators.length > 0 ? [askedOf('indicator', 'promise.aboutIndicator', indicators, 'optional')] : []),
  ];
}

function evidenceAct(view: PromiseView, t: Tell): PromiseAct {
  return {
    key: 'evidence',
    title: t('promise.addEvidence'),
    questions: [
      asked('photos', 'promise.evidencePhoto', (label) => photos(label, { max: 9 })),
      asked('files', 'promise.evidenceDocument', (label) => files(label, { max: 9 })),
      asked('words', 'promise.evidenceWords', (label) => text(label, { max: 1000, lines: 3 })),
      ...aboutQuestions(view),
    ],
    initial: {},
    sent: (answers) => evidenceSent(view.id, answers),
  };
}

/** Photos and papers each with the same words; words alone are a record. */
export function evidenceSent(
  id: string,
  answers: Values,
): readonly { readonly path: string; readonly body: unknown }[] {
  const { photos: pictures, files: papers, ...rest } = answers;
  const path = `/api/promises/${id}/evidence`;
  const pieces = [
    { kind: 'photo', files: idsOf(pictures) },
    { kind: 'document', files: idsOf(papers) },
  ].filter((piece) => piece.files.length > 0);
  if (pieces.length === 0) return [{ path, body: { kind: 'record', ...rest } }];
  return pieces.map((piece) => ({ path, body: { ...piece, ...rest } }));
}

function idsOf(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function verificationAct(view: PromiseView, t: Tell): PromiseAct {
  return {
    key: 'verify',
    title: t('promise.verify'),
    questions: [
      askedOf(
        'method',
        'promise.method',
        codesOf({
          site: 'promise.methodSite',
          desk: 'promise.methodDesk',
          'call-back': 'promise.methodCallBack',
          data: 'promise.methodData',
        }),
      ),
      askedOf(
        'result',
        'promise.result',
        codesOf({ true: 'promise.resultTrue', partly: 'promise.resultPartly', false: 'promise.resultFalse' }),
      ),
      ...aboutQuestions(view),
      asked('value', 'promise.verifiedValueAsked', (label) => number(label, { min: -LARGEST, max: LARGEST })),
      asked('words', 'promise.found', (label) => text(label, { max: 2000, lines: 3 })),
      asked('files', 'promise.evidencePhoto', (label) => photos(label, { max: 9 })),
    ],
    initial: {},
    sent: (answers) => [{ path: `/api/promises/${view.id}/verifications`, body: answers }],
  };
}

/** What was asked to be changed decides in which of the boxes the new value stands. */
function revisionAct(view: PromiseView, t: Tell): PromiseAct {
  const numbers = view.indicators
    .filter(({ target }) => target !== null)
    .map(({ name, label }) => ({ code: `indicator:${name}:value`, name: label }));
  const dates = view.tasks
    .filter(({ state }) => state === 'open')
    .map(({ id, title }) => ({ code: `task:${id}:due`, name: title }));
  return {
    key: 'revise',
    title: t('promise.askRevision'),
    questions: [
      askedOf('what', 'promise.revisionWhat', [
        ...codesOf({ due: 'promise.due', deliverable: 'promise.deliverable', cancelled: 'promise.revisionCancel' }),
        ...namedCodes(numbers, 'promise.targetOf'),
        ...namedCodes(dates, 'promise.taskDueOf'),
      ]),
      asked('day', 'promise.newDay', (label) => date(label), 'promise.newDayHint'),
      asked(
        'number',
        'promise.newValue',
        (label) => number(label, { min: -LARGEST, max: LARGEST }),
        'promise.newValueHint',
      ),
      asked('text', 'promise.newWords', (label) => text(label, { max: 2000, lines: 3 }), 'promise.newWordsHint'),
      asked('reason', 'promise.reason', (label) => text(label, { max: 1000, lines: 3 }).required()),
    ],
    initial: {},
    isAsked: (name, { what }) => !NEW_VALUES.includes(name) || name === newValueOf(String(what ?? '')),
    sent: (answers) => [{ path: `/api/promises/${view.id}/revisions`, body: revisionBody(answers) }],
  };
}

const NEW_VALUES = ['day', 'number', 'text'];

/** The question that asks for the new value of what is to change; undefined where nothing is asked. */
function newValueOf(what: string): 'day' | 'number' | 'text' | undefined {
  if (what === '' || what === 'cancelled') return undefined;
  if (what.endsWith('due')) return 'day';
  return what.startsWith('indicator:') ? 'number' : 'text';
}

/** The new value of what is to change: a day for dates, a number for targets, words for the rest; a cancellation is one. */
export function revisionBody(answers: Values): unknown {
  const { what, reason } = answers;
  const from = newValueOf(String(what));
  const next = from === undefined ? true : (answers[from] ?? null);
  return { what, new: next, reason };
}

function objectionAct(view: PromiseView, t: Tell): PromiseAct {
  return {
    key: 'object',
    title: t('promise.object'),
    questions: [asked('words', 'promise.objection', (label) => text(label, { max: 2000, lines: 4 }).required())],
    initial: {},
    sent: (answers) => [{ path: `/api/promises/${view.id}/objections`, body: answers }],
  };
}

/** Says that a task is done, with what supports it. */
export function taskAct(view: PromiseView, task: TaskView, t: Tell): PromiseAct {
  return {
    key: `task.${task.id}`,
    title: t('promise.reportTaskOf', { task: task.title }),
    questions: [
      asked('doneOn', 'promise.doneOnAsked', (label) => date(label).required()),
      asked('words', 'promise.taskWords', (label) => text(label, { max: 1000, lines: 3 })),
    ],
    initial: { doneOn: view.asOf },
    sent: (answers) => [{ path: `/api/promises/${view.id}/tasks/${task.id}/report`, body: answers }],
  };
}

/** Decides about a change: by whom, at which meeting, under which document, from when. */
export function decisionAct(view: PromiseView, revision: RevisionView, t: Tell): PromiseAct {
  return {
    key: `decide.${revision.id}`,
    title: t('promise.decide'),
    questions: [
      askedOf(
        'decision',
        'promise.decision',
        codesOf({ approved: 'promise.revisionApproved', refused: 'promise.revisionRefused' }),
      ),
      asked('authority', 'promise.authority', (label) => text(label, { max: 200 })),
      asked('meeting', 'promise.meeting', (label) => text(label, { max: 200 })),
      asked('document', 'promise.document', (label) => text(label, { max: 200 })),
      asked('effectiveFrom', 'promise.effectiveFrom', (label) => date(label)),
      asked('reason', 'promise.decisionReason', (label) => text(label, { max: 2000, lines: 3 })),
    ],
    initial: {},
    sent: (answers) => [{ path: `/api/promises/${view.id}/revisions/${revision.id}/decide`, body: answers }],
  };
}

export function answerAct(view: PromiseView, objection: ObjectionView, t: Tell): PromiseAct {
  return {
    key: `answer.${objection.id}`,
    title: t('promise.answer'),
    questions: [asked('answer', 'promise.answerWords', (label) => text(label, { max: 2000, lines: 4 }).required())],
    initial: {},
    sent: (answers) => [{ path: `/api/promises/${view.id}/objections/${objection.id}/answer`, body: answers }],
  };
}

/** Says who answers for it from today on; the leader in charge stays as they are. */
function dutiesAct(view: PromiseView, t: Tell): PromiseAct {
  const present = view.duties.filter(({ until }) => until === null);
  const unitsOf = (part: string) => present.flatMap((duty) => (duty.part === part && duty.unit ? [duty.unit.id] : []));
  const leaders = present.flatMap(({ part, post }) => (part === 'leader' && post ? [{ part, post: post.id }] : []));
  const [lead] = unitsOf('lead');
  return {
    key: 'duties',
    title: t('promise.setDuties'),
    questions: [
      asked('lead', 'promise.partLead', (label) => unit(label).required()),
      asked('assisting', 'promise.partAssisting', (label) => units(label, { max: 20 })),
      asked('asked', 'promise.partAsked', (label) => units(label, { max: 20 })),
      asked('reason', 'promise.reason', (label) => text(label, { max: 400, lines: 2 }).required()),
    ],
    initial: {
      ...(lead === undefined ? {} : { lead }),
      assisting: unitsOf('assisting'),
      asked: unitsOf('asked'),
    },
    known: Object.fromEntries(present.flatMap((duty) => (duty.unit ? [[duty.unit.id, duty.unit.name]] : []))),
    sent: ({ lead: leading, assisting, asked: helping, reason }) => [
      {
        path: `/api/promises/${view.id}/duties`,
        body: {
          duties: [
            { part: 'lead', unit: leading },
            ...idsOf(assisting).map((one) => ({ part: 'assisting', unit: one })),
            ...idsOf(helping).map((one) => ({ part: 'asked', unit: one })),
            ...leaders,
          ],
          reason,
        },
      },
    ],
  };
}

/** Shows it to the public, or no more. */
function publicationAct(view: PromiseView, t: Tell): PromiseAct {
  return {
    key: 'publish',
    title: t(view.published ? 'promise.unpublish' : 'promise.publish'),
    questions: [asked('reason', 'promise.reason', (label) => text(label, { max: 400, lines: 2 }))],
    initial: {},
    sent: (answers) => [{ path: `/api/promises/${view.id}/publish`, body: { ...answers, published: !view.published } }],
  };
}

/** Divides a task into parts that share its weight, one to a line. */
export function splitAct(view: PromiseView, task: TaskView, t: Tell): PromiseAct {
  return {
    key: `split.${task.id}`,
    title: t('promise.splitTaskOf', { task: task.title }),
    questions: [
      asked(
        'into',
        'promise.splitInto',
        (label) => text(label, { max: 2000, lines: 4 }).required(),
        'promise.splitHint',
      ),
    ],
    initial: {},
    sent: ({ into }) => [
      { path: `/api/promises/${view.id}/tasks/${task.id}/split`, body: { into: partsOf(String(into ?? ''), task) } },
    ],
  };
}

/** A line is a part; each is due when the whole is. */
export function partsOf(lines: string, { due }: Pick<TaskView, 'due'>): readonly { readonly title: string }[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((title) => title !== '')
    .map((title) => ({ title, ...(due === null ? {} : { due }) }));
}

/** From the issue on its clocks run, and it changes by revision only. */
function issueAct(view: PromiseView, t: Tell): PromiseAct {
  return {
    key: 'issue',
    title: t('promise.issue'),
    questions: [asked('issuedOn', 'promise.issuedOn', (label) => date(label).required(), 'promise.issueHint')],
    initial: { issuedOn: view.asOf },
    sent: ({ issuedOn }) => [{ path: '/api/promises/issue', body: { ids: [view.id], issuedOn } }],
  };
}
