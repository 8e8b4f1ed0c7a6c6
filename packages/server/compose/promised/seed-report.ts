import { answersFor, type Mood, reviewOf } from '@huying/district/demo/promises';
import { workReport } from '@huying/district/demo/report';
import {
  type ItemView,
  loadBundle,
  type PromiseBundle,
  promiseOperations,
  reportOperations,
  requirePromise,
} from '../../promise/index.ts';
import { dayAfter, type Moment, type Play } from './play.ts';

/** A promise of the plan, as it stands once the plan is issued. */
export interface Planned {
  readonly bundle: PromiseBundle;
  readonly title: string;
  /** Code of the leading unit. */
  readonly lead: string;
  readonly mood: Mood;
}

const ITEMS_A_DAY = 14;

/**
 * The report is read, reviewed item by item, becomes a plan, goes to the units, is decided and issued.
 * @param issued  what is to follow, put on the stage when the plan is out
 */
export function stageReport(play: Play, issued: (planned: readonly Planned[], moment: Moment) => Promise<void>): void {
  const { services, year, day, at } = play;
  const reports = reportOperations(services);
  const moods = new Map<string, Mood>();

  play.on(at(day('01-15'), '09:30'), async ({ run }) => {
    const { id: report } = await run('editor', reports.upload, { text: workReport(year) });
    const { items } = await run('editor', reports.items, { report });
    for (const [index, item] of items.entries()) {
      const on = dayAfter(day('01-16'), Math.floor(index / ITEMS_A_DAY));
      const minute = (index % ITEMS_A_DAY) * 25;
      play.on(at(on) + minute * 60_000, (moment) => review(moment, report, item));
    }
    play.on(at(day('01-23'), '10:00'), (moment) => plan(moment, report));
  });

  async function review({ run }: Moment, report: string, item: ItemView): Promise<void> {
    const seen = { report, no: item.no, version: item.version };
    const { kind, proposed, doubt } = item;
    const made = item.origins.length > 0;
    const wish = reviewOf({ kind, title: proposed.title, doubt, due: proposed.due }, made);
    if (wish.is === 'project') {
      const { items } = await run('editor', reports.likeProjects, { report, no: item.no });
      const project = items.find(({ suggested }) => suggested);
      if (project === undefined) await run('editor', reports.dismiss, { ...seen, reason: wish.otherwise });
      else await run('editor', reports.tie, { ...seen, project: project.id });
      return;
    }
    if (wish.is === 'dismiss') {
      await run('editor', reports.dismiss, { ...seen, reason: wish.reason });
      return;
    }
    if (wish.is === 'split') {
      const parts = wish.into.map(({ title, due }) => ({ corrections: { title, due: day(due) } }));
      const { made: parted } = await run('editor', reports.split, { ...seen, parts });
      for (const one of parted) await review({ run } as Moment, report, one);
      return;
    }
    const { lead, assisting, leader } = answersFor(proposed.title);
    const assignment = { lead: play.unit(lead), assisting: assisting.map(play.unit), leader: play.post(leader) };
    // What has its date already, and goes as planned, is taken as it was read.
    const asRead = wish.due === null || (wish.mood === 'steady' && !made && proposed.due === day(wish.due));
    const corrections = {
      ...(wish.due === null ? {} : { due: day(wish.due) }),
      tasks: wish.parts.map(({ title, due }) => ({ title, due: day(due) })),
    };
    const done = await run('editor', reports.accept, { ...seen, assignment, ...(asRead ? {} : { corrections }) });
    if (done.item.promise !== null) moods.set(done.item.promise.id, wish.mood);
  }

  async function plan({ run }: Moment, report: string): Promise<void> {
    const { id } = await run('editor', reports.draftPlan, { report });
    play.on(at(day('01-23'), '15:00'), async (moment) => {
      await moment.run('editor', reports.sendPlan, { plan: id, due: day('01-30') });
      const view = await moment.run('editor', reports.readPlan, { plan: id });
      stageAnswers(play, reports, id, view);
    });
    play.on(at(day('02-02'), '10:00'), async (moment) => {
      const { comments } = await moment.run('editor', reports.readPlan, { plan: id });
      for (const [index, { id: comment }] of comments.entries()) {
        const settled = SETTLED[index % SETTLED.length] ?? SETTLED[0];
        await moment.run('editor', reports.settleComment, { plan: id, comment, ...settled });
      }
    });
    play.on(at(day('02-05'), '17:00'), async (moment) => {
      const meeting = `十届区政府第${(year - 2021) * 12 + 3}次常务会议`;
      await moment.run('editor', reports.decidePlan, { plan: id, meeting, decidedOn: day('02-05') });
    });
    play.on(at(day('02-09'), '09:00'), async (moment) => {
      await moment.run('editor', reports.issuePlan, { plan: id, issuedOn: day('02-09') });
      const { lines } = await moment.run('editor', reports.readPlan, { plan: id });
      const planned: Planned[] = [];
      for (const { promise: one } of lines) {
        const ctx = moment.ctx('editor');
        const promise = await requirePromise(ctx, services, one);
        planned.push({
          bundle: await loadBundle(ctx, promise),
          title: promise.title,
          lead: play.codeOf(promise.leadUnit ?? ''),
          mood: moods.get(one) ?? 'steady',
        });
      }
      await issued(planned, moment);
    });
  }
}

/** Most units agree, some remark on a line of theirs, some say nothing in time. */
function stageAnswers(
  play: Play,
  reports: ReturnType<typeof reportOperations>,
  plan: string,
  view: { readonly sheets: readonly { readonly unit: { readonly id: string } }[]; readonly lines: readonly PlanLine[] },
): void {
  let remarks = 0;
  for (const [index, { unit }] of view.sheets.entries()) {
    const code = play.codeOf(unit.id);
    // The centre's desks have neither clerk nor head; a few others let the day pass, and silence is consent.
    if (code === 'zhzx' || code === 'jkzx' || index % 9 === 4) continue;
    const own = view.lines.find(({ lead }) => lead?.id === unit.id);
    const words = own === undefined || index % 4 !== 1 ? undefined : REMARKS[remarks++];
    const comments = words === undefined || own === undefined ? [] : [{ promise: own.promise, words }];
    const on = play.at(dayAfter(play.day('01-24'), index % 6), '10:00') + index * 60_000;
    play.on(on, async ({ run }) => {
      await run(`${code}-head`, reports.answerPlan, { plan, comments });
    });
  }
}

interface PlanLine {
  readonly promise: string;
  readonly lead: { readonly id: string } | null;
}

const REMARKS = [
  '建议将验收环节时限与市级考核时间衔接。',
  '建议增加区财政局为协办单位，保障配套资金。',
  '涉及管线迁改，建议明确供电、通信单位配合责任。',
  '建议按季度分解目标，便于对照序时进度。',
  '建议适当下调目标值。',
];
const SETTLED = [
  { outcome: 'taken', reply: '已采纳，按意见调整。' },
  { outcome: 'partly', reply: '部分采纳：由牵头单位会商后报区政府办。' },
  { outcome: 'declined', reply: '目标值已经区人民代表大会审议通过，不作调整。' },
] as const;

/** The unit begins on each piece of work. */
export function stageBeginnings(play: Play, planned: readonly Planned[]): void {
  const { step } = promiseOperations(play.services);
  for (const [index, { bundle, lead }] of planned.entries()) {
    const { id, kind } = bundle.promise;
    if (kind === 'indicator') continue;
    play.on(play.at(dayAfter(play.day('02-24'), index % 5), '11:00') + index * 60_000, async ({ run }) => {
      const asked = { arrangement: '已印发工作方案，明确责任科室、节点和完成标准，按月报送进展。' };
      await run(`${lead}-head`, step, { id, step: 'begin', asked });
    });
  }
}
