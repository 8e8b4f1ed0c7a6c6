import { areas, places } from '@huying/district/demo/area';
import {
  chance,
  type DemoItem,
  type DemoProposal,
  demoItems,
  demoProposals,
  type ProposalStage,
} from '@huying/district/demo/promises';
import { DAY_MS, HOUR_MS } from '@huying/kit/calendar';
import { caseOperations } from '../../case/index.ts';
import { dayAfter, type Moment, type Play } from './play.ts';
import { VERIFIER } from './stage-work.ts';

/** How far each stage goes. */
const FAR: Readonly<Record<ProposalStage, number>> = {
  received: 0,
  entrusted: 1,
  extended: 2,
  contacted: 3,
  replied: 4,
  again: 5,
  concluded: 5,
  tracking: 5,
  settled: 6,
};

/** Suggestions and proposals of the year, some answered, some still at work, a few just come. */
export function stageProposals(play: Play): void {
  for (const [index, one] of demoProposals.entries()) stageProposal(play, one, index);
}

function stageProposal(play: Play, one: DemoProposal, index: number): void {
  const { open, act } = caseOperations(play.services);
  const source = chance(`proposal ${one.title}`);
  const { lead, assisting, stage, kind, result } = one;
  const far = FAR[stage];
  // Those that are not far yet came late, between the sessions.
  const late = far <= 3;
  const came = late
    ? play.now - (far * 14 + 4) * DAY_MS - source.below(3) * DAY_MS
    : play.at(dayAfter(play.day('01-20'), index % 9), '10:00') + index * 600_000;
  if (late && came < play.at(play.day('02-20'))) return;
  const session = kind === 'proposal' ? `区政协十届${play.year - 2021}次会议` : `区十届人大${play.year - 2021}次会议`;
  const place = places[(index * 13) % places.length] ?? places[0];
  play.on(came, async ({ run }) => {
    const fields = {
      title: one.title,
      words: `${one.words}请有关单位研究办理。`,
      kind,
      session: late ? '闭会期间' : session,
      officialNumber: `${play.year}${String(100 + index)}`,
      proposer: '某代表',
      phone: `1390000${2000 + index}`,
      coSigners: `等${2 + (index % 7)}人`,
      publication: index % 3 === 0 ? 'summary' : 'full',
      ...(place === undefined ? {} : { place: placeValue(place) }),
    };
    const { id } = await run('supervisor', open, { type: 'proposal', fields });
    const steps = stepsOf(play, one, index).filter(({ from }) => from <= far);
    let at = came;
    for (const { days, who, action, asked } of steps) {
      at += days * DAY_MS + source.below(4) * HOUR_MS;
      const then = at;
      play.on(then, async (moment) => {
        await moment.run(who, act, { id, action, asked: typeof asked === 'function' ? asked(moment, then) : asked });
      });
    }
  });

  function stepsOf(own: Play, proposal: DemoProposal, nth: number): readonly Step[] {
    const unit = own.unit(lead);
    const clerk = lead;
    const reply = {
      result,
      answer: `${proposal.title.replace(/^关于|的(建议|提案|议案)$/gu, '')}一事，已会同有关单位研究，现将办理情况答复如下：有关措施已列入年度计划并明确责任和时限。`,
      answerNumber: `清${lead}函〔${own.year}〕${20 + nth}号`,
      signedBy: '单位主要负责人',
      ...(result === 'b' || result === 'c' ? { expectedOn: own.day('12-25') } : {}),
    };
    const help: readonly Step[] =
      assisting === null
        ? []
        : [
            {
              from: 3,
              days: 2,
              who: 'supervisor',
              action: 'askUnit',
              asked: { assisting: own.unit(assisting), question: '请就职责范围内事项提出会办意见。', mandatory: true },
            },
            {
              from: 3,
              days: 9,
              who: assisting,
              action: 'answerUnit',
              asked: { answer: '已研究，同意配合办理，涉及我单位事项按期落实。' },
            },
          ];
    const satisfied = stage === 'again' ? 'not' : nth % 5 === 3 ? 'basically' : 'satisfied';
    const opinion: Step =
      nth % 6 === 5
        ? { from: 5, days: 12, who: 'supervisor', action: 'noForm', asked: { note: '两次发函催收，未收回意见表。' } }
        : {
            from: 5,
            days: 12,
            who: 'supervisor',
            action: 'opinion',
            asked: { attitude: stage === 'again' ? 'basically' : 'satisfied', outcome: satisfied, note: '办理认真。' },
          };
    return [
      {
        from: 1,
        days: late ? 3 : 6,
        who: 'supervisor',
        action: 'assign',
        asked: { unit, dispatchReason: '按职责分工交办。' },
      },
      { from: 2, days: 2, who: clerk, action: 'sign', asked: {} },
      ...help,
      {
        from: 3,
        days: 8,
        who: clerk,
        action: 'contact',
        asked: { contactKind: 'meeting', contactNote: '面谈沟通，听取意见，实地查看。' },
      },
      { from: 4, days: 20 + (nth % 5) * 6, who: `${lead}-head`, action: 'reply', asked: reply },
      opinion,
      ...((stage === 'tracking' || stage === 'settled') && result !== 'a'
        ? [{ from: 5, days: 40, who: clerk, action: 'followUp', asked: { followUp: '已完成方案审批，正在组织实施。' } }]
        : []),
      ...(stage === 'settled' && result === 'b' && nth % 6 !== 5
        ? [
            {
              from: 6,
              days: 45,
              who: `${lead}-head`,
              action: 'reply',
              asked: { ...reply, result: 'a', answer: '事项已办成，现再次答复。' },
            },
            {
              from: 6,
              days: 10,
              who: 'supervisor',
              action: 'opinion',
              asked: { attitude: 'satisfied', outcome: 'satisfied' },
            },
          ]
        : []),
    ];
  }
}

interface Step {
  readonly from: number;
  readonly days: number;
  readonly who: string;
  readonly action: string;
  readonly asked: Readonly<Record<string, unknown>> | ((moment: Moment, at: number) => Record<string, unknown>);
}

function placeValue(place: (typeof places)[number]) {
  const [longitude, latitude] = place.point;
  const known = areas.some(({ code }) => code === place.cell);
  return { cell: known ? place.cell : null, point: { longitude, latitude }, address: place.name.zh, datum: 'WGS84' };
}

/** Items that minutes and leaders' words ask for. */
export function stageItems(play: Play): void {
  for (const [index, one] of demoItems.entries()) stageItem(play, one, index);
}

function stageItem(play: Play, one: DemoItem, index: number): void {
  const { open, act } = caseOperations(play.services);
  const { title, words, source, issuer, lead, ago, stage } = one;
  const at = play.at(dayAfter(play.today, -ago), '10:00') + index * 600_000;
  const unit = play.unit(lead);
  const basis =
    source === 'minutes' ? `区政府常务会议纪要〔${play.year}〕${3 + index}号` : `批示件〔${play.year}〕${40 + index}号`;
  const progress = '已按要求落实，形成长效机制，材料附后。';
  const verified = '现场核查，情况属实。';
  const step = (far: number, days: number, who: string, action: string, asked: Record<string, unknown>) => ({
    far,
    days,
    who,
    action,
    asked,
  });
  const again = play.at(dayAfter(play.today, 12), '18:00');
  const steps = [
    step(0, 0.1, 'supervisor', 'register', { source, pace: index % 3 === 0 ? 'urgent' : 'ordinary', basis }),
    step(0, 0.3, 'supervisor', 'assign', {
      unit,
      dispatchReason: '请按时限办结并反馈。',
      ...(stage === 'underway' ? { due: play.at(dayAfter(play.today, 20), '18:00') } : {}),
    }),
    step(1, 0.8, lead, 'sign', {}),
    step(2, 3, lead, 'begin', { plan: '明确责任科室、步骤和完成时限。' }),
    step(3, 9, `${lead}-head`, 'report', { progress, finished: true }),
    step(3, 1, 'supervisor', 'toChecking', {}),
    ...(stage === 'again'
      ? [step(4, 3, VERIFIER, 'redo', { method: 'site', verified: '高峰时段仍有排队，措施未全部落实。', due: again })]
      : [
          step(4, 3, VERIFIER, 'writeOff', {
            method: 'site',
            verified,
            result: 'done',
            conclusion: '已落实，同意销号。',
          }),
        ]),
  ];
  const far = { signed: 1, underway: 2, checking: 3, writtenOff: 4, again: 4 }[stage];
  play.on(at, async ({ run }) => {
    const fields = { title, words, source, basis, ...(issuer === null ? {} : { issuer }) };
    const { id } = await run('supervisor', open, { type: 'supervision-item', fields });
    let then = at;
    for (const { far: from, days, who, action, asked } of steps) {
      then += days * DAY_MS;
      if (from <= far) play.on(then, async (moment) => void (await moment.run(who, act, { id, action, asked })));
    }
  });
}

/** Items that overdue parts opened by themselves: taken up once a week, assigned, answered for, looked at. The latest are still under way. */
export function stageRaised(play: Play): void {
  const { list } = caseOperations(play.services);
  for (let on = play.day('03-10'); on <= play.today; on = dayAfter(on, 7)) {
    play.on(play.at(on, '10:30'), async ({ run }) => {
      const filter = "type = 'supervision-item' and state = 'proposed'";
      const { items } = await run('supervisor', list, { filter, limit: 50 });
      for (const { id } of items) await takeUp(play, run, id, on);
    });
  }
}

async function takeUp(play: Play, run: Moment['run'], id: string, on: string): Promise<void> {
  const { read, act } = caseOperations(play.services);
  const { fields } = await run('supervisor', read, { id });
  const field = (name: string) => fields.find((one) => one.name === name)?.value;
  const unit = field('unit');
  if (field('source') !== 'promise' || typeof unit !== 'string') return;
  const lead = play.codeOf(unit);
  const due = play.at(dayAfter(on, 45), '18:00');
  await run('supervisor', act, { id, action: 'register', asked: { source: 'promise', pace: 'ordinary' } });
  const asked = { unit, due, dispatchReason: '任务环节已逾期，请说明原因，明确补救措施和完成时限。' };
  await run('supervisor', act, { id, action: 'assign', asked });
  const steps = [
    { days: 1, who: lead, action: 'sign', asked: {} },
    { days: 3, who: lead, action: 'begin', asked: { plan: '增加作业力量，倒排工期，按周报送进展。' } },
    {
      days: 24,
      who: `${lead}-head`,
      action: 'report',
      asked: { progress: '滞后环节已补齐，佐证已上传。', finished: true },
    },
    { days: 25, who: 'supervisor', action: 'toChecking', asked: {} },
    {
      days: 28,
      who: VERIFIER,
      action: 'writeOff',
      asked: {
        method: 'desk',
        verified: '查阅台账，滞后环节已补齐。',
        result: 'done',
        conclusion: '已落实，同意销号。',
      },
    },
  ];
  const lasts = on > dayAfter(play.today, -75);
  for (const { days, who, action, asked: said } of steps.slice(0, lasts ? 2 : steps.length)) {
    play.on(play.at(dayAfter(on, days), '16:00'), async (moment) => {
      await moment.run(who, act, { id, action, asked: said });
    });
  }
}
