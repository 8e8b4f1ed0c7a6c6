import { chance } from '@huying/district/demo/promises';
import { DAY_MS } from '@huying/kit/calendar';
import { promiseOperations, type TaskRecord } from '../../promise/index.ts';
import { dayAfter, type Play } from './play.ts';
import type { Planned } from './seed-report.ts';

/** Looks at what units report; the other supervisor writes bulletins and so never verifies. */
export const VERIFIER = 'supervisor-2';

/** Opened to traffic later than promised, with the meeting's leave. */
const PUT_OFF = '滨江东路北延线建成通车';

/** Parts of the work are reported with evidence and looked at by others; some are late, some stay open. */
export function stageWork(play: Play, planned: readonly Planned[]): void {
  for (const one of planned) {
    if (one.bundle.promise.kind === 'indicator') continue;
    const parts = one.bundle.tasks
      .filter(({ due }) => due !== null)
      .sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));
    if (one.title === PUT_OFF) putOff(play, one, parts.at(-1));
    const open = openParts(play, one, parts);
    for (const [index, task] of parts.entries()) {
      if (!open.has(task.id)) reportPart(play, one, task, index, index === parts.length - 1);
    }
  }
  refuse(play, planned);
}

/** What is never reported: of a promise that slips the part that fell due last, of one that is stuck its end. */
function openParts(play: Play, { mood, title }: Planned, parts: readonly TaskRecord[]): ReadonlySet<string> {
  if (title === PUT_OFF || mood === 'stuck') return new Set(parts.slice(-1).map(({ id }) => id));
  if (mood !== 'slipping') return new Set();
  const past = parts.filter(({ due }) => (due ?? '') < play.today);
  const last = past.at(-1);
  return new Set(last === undefined || last === parts.at(-1) ? [] : [last.id]);
}

function reportPart(
  play: Play,
  { bundle, lead, mood, title }: Planned,
  task: TaskRecord,
  index: number,
  ends: boolean,
): void {
  const operations = promiseOperations(play.services);
  const { id } = bundle.promise;
  const source = chance(`part ${title} ${task.title}`);
  const late = mood === 'slipping' && index > 0;
  // Nothing is reported before the work has begun.
  const planned = dayAfter(task.due ?? play.today, late ? 6 + source.below(14) : -3 - source.below(9));
  const doneOn = planned < play.day('03-02') ? play.day('03-02') : planned;
  const reported = play.at(doneOn, '15:00') + source.below(120) * 60_000;
  play.on(reported, async ({ run }) => {
    const words = `${task.title}：已完成，附台账、影像和验收记录。`;
    await run(lead, operations.addEvidence, { id, task: task.id, kind: 'record', words });
    await run(lead, operations.reportTask, { id, task: task.id, doneOn, words });
    if (ends) {
      const asked = { outcome: '年度任务全部完成，有关台账和影像已上传。', on: doneOn };
      await run(`${lead}-head`, operations.step, { id, step: 'report', asked });
    }
  });
  play.on(reported + (1 + source.below(7)) * DAY_MS, async ({ run }) => {
    const method = source.happens(0.5) ? 'site' : 'desk';
    const words = method === 'site' ? '现场抽查，与所报一致。' : '查阅台账和佐证，与所报一致。';
    await run(VERIFIER, operations.verify, { id, task: task.id, method, result: 'true', words });
    if (!ends) return;
    await run(VERIFIER, operations.verify, { id, method: 'site', result: 'true', words: '逐项核对，全部完成。' });
    await run(VERIFIER, operations.step, { id, step: 'close', asked: { conclusion: '核查属实，同意销号。' } });
    play.ended.add(id);
  });
}

/** A revision that a meeting agreed to: the promise and its last part get a later day. */
function putOff(play: Play, { bundle, lead }: Planned, last: TaskRecord | undefined): void {
  const operations = promiseOperations(play.services);
  const { id } = bundle.promise;
  const reason = '沿线110千伏电力管线迁改方案报批延后，通车时间相应顺延。';
  const later = play.day('12-20');
  play.on(play.at(play.day('09-14'), '10:00'), async ({ run }) => {
    const head = `${lead}-head`;
    const { revision } = await run(head, operations.askRevision, { id, what: 'due', new: later, reason });
    const part =
      last === undefined
        ? null
        : await run(head, operations.askRevision, { id, what: `task:${last.id}:due`, new: later, reason });
    play.on(play.at(play.day('09-22'), '17:00'), async (moment) => {
      for (const one of [revision, ...(part === null ? [] : [part.revision])]) {
        await moment.run('mayor', operations.decideRevision, {
          id,
          revision: one,
          decision: 'approved',
          authority: '区政府常务会议',
          meeting: `十届区政府第${(play.year - 2021) * 12 + 9}次常务会议`,
          document: `区政府常务会议纪要〔${play.year}〕18号`,
          effectiveFrom: play.day('09-23'),
        });
      }
    });
  });
}

/** And one that was not. */
function refuse(play: Play, planned: readonly Planned[]): void {
  const operations = promiseOperations(play.services);
  const one = planned.find(({ title }) => title.includes('楼宇'));
  const indicator = one?.bundle.indicators.find(({ label }) => label.includes('闲置楼宇'));
  if (one === undefined || indicator === undefined) return;
  const { id } = one.bundle.promise;
  play.on(play.at(play.day('08-18'), '10:00'), async ({ run }) => {
    const { revision } = await run(`${one.lead}-head`, operations.askRevision, {
      id,
      what: `indicator:${indicator.name}:value`,
      new: Math.round(Number(indicator.value) * 0.8 * 10) / 10,
      reason: '市场需求偏弱，去化周期拉长，申请调减年度目标。',
    });
    play.on(play.at(play.day('08-26'), '17:00'), async (moment) => {
      await moment.run('mayor', operations.decideRevision, {
        id,
        revision,
        decision: 'refused',
        authority: '区政府常务会议',
        meeting: `十届区政府第${(play.year - 2021) * 12 + 8}次常务会议`,
        reason: '目标已经区人民代表大会通过，应加大招商和盘活力度，不同意调减。',
      });
    });
  });
}
