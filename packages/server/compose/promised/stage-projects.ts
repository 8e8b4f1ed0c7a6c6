import { places } from '@huying/district/demo/area';
import { chance, type DemoProject, demoProjects } from '@huying/district/demo/promises';
import { DAY_MS } from '@huying/kit/calendar';
import { setParameterOperation } from '../../parameter/index.ts';
import { loadBundle, projectOperations, promiseOperations, requirePromise } from '../../promise/index.ts';
import { dayAfter, type Moment, monthsTold, type Play, twoDigits } from './play.ts';
import { type DemoFigure, workFigure } from './stage-figures.ts';
import { VERIFIER } from './stage-work.ts';

export interface StagedProject {
  readonly id: string;
  readonly project: DemoProject;
}

const HEADER = [
  '项目名称',
  '项目类别',
  '项目级别',
  '牵头单位',
  '配合单位',
  '分管领导',
  '建设单位',
  '建设内容',
  '总投资（万元）',
  '年度计划投资（万元）',
  ...Array.from({ length: 12 }, (_, at) => `${at + 1}月计划`),
  '当前阶段',
  '计划开工',
  '实际开工',
  '计划入库',
  '实际入库',
  '计划竣工',
  '经度',
  '纬度',
];

/** Where something is built: of the named places those that are works or grow into them. */
const SPOTS = places.filter(({ kind }) => ['site', 'workshops', 'plaza', 'station'].includes(kind));

export function projectsOfYear(): readonly DemoProject[] {
  return demoProjects((index) => SPOTS[(index * 7) % SPOTS.length]?.point ?? [113.3, 23.0]);
}

/** Takes in the list of key projects; they are issued with the plan. */
export function stageProjectList(play: Play, taken: (projects: readonly StagedProject[]) => void): void {
  const { services, year } = play;
  const { importProjects } = projectOperations(services);
  const projects = projectsOfYear();
  play.on(play.at(play.day('01-28'), '16:00'), async ({ run }) => {
    const rows = [HEADER, ...projects.map((project) => rowOf(play, project))];
    const { created } = await run('supervisor', importProjects, { year, rows });
    taken(created.flatMap(({ id }, at) => (projects[at] === undefined ? [] : [{ id, project: projects[at] }])));
    const set = setParameterOperation(services.parameters);
    const reason = '区重点项目挂点联系制度';
    await run('system', set, { name: 'projects.mainLeaders', value: [play.post('mayor')], reason });
    await run('system', set, { name: 'projects.inChargeVisits', value: 'quarter', reason });
  });
}

function rowOf(play: Play, project: DemoProject): (string | number | null)[] {
  const { startMonth, completeMonth } = project;
  const unit = (code: string) => play.nameOf(play.unit(code));
  return [
    project.title,
    project.class,
    project.level,
    unit(project.lead),
    project.assisting.map(unit).join('、'),
    play.displayName(project.leader),
    project.builder,
    project.content,
    project.total,
    project.plan,
    ...project.months,
    startMonth === null ? '在建' : '前期',
    startMonth === null ? null : startDay(play, startMonth),
    startMonth === null ? `${play.year - 1}-09-15` : null,
    startMonth === null ? null : dayAfter(startDay(play, startMonth), 45),
    startMonth === null ? `${play.year - 1}-11-20` : null,
    completeMonth === null ? null : completeDay(play, completeMonth),
    project.longitude,
    project.latitude,
  ];
}

const startDay = (play: Play, month: number) => play.day(`${twoDigits(month)}-20`);
const completeDay = (play: Play, month: number) => play.day(`${twoDigits(month)}-25`);

/** Stages, blockers and visits of the issued projects. */
export function stageProjects(play: Play, staged: readonly StagedProject[]): void {
  for (const [index, one] of staged.entries()) {
    stageStart(play, one);
    stageCompletion(play, one);
    stageBlocker(play, one, index);
    stageVisits(play, one, index);
  }
}

function stageStart(play: Play, { id, project }: StagedProject): void {
  const { step, addEvidence } = promiseOperations(play.services);
  const { describe } = projectOperations(play.services);
  const { startMonth, lead, mood } = project;
  // What is far behind and was to start this year has not.
  if (startMonth === null) return;
  const due = startDay(play, startMonth);
  const listed = dayAfter(due, -8);
  play.on(play.at(listed, '10:00'), async ({ run }) => {
    await run(lead, step, { id, step: 'readyToStart', asked: { dueToStartOn: listed } });
  });
  if (mood === 'stuck') return;
  const startedOn = dayAfter(due, mood === 'slipping' ? 24 : -2);
  play.on(play.at(startedOn, '16:00'), async ({ run }) => {
    await run(lead, addEvidence, { id, kind: 'document', words: '施工许可证、开工令和现场影像。' });
    await run(lead, step, { id, step: 'start', asked: { startedOn, words: '已进场施工，施工许可齐备。' } });
  });
  const buildingOn = dayAfter(startedOn, 45);
  play.on(play.at(buildingOn, '16:00'), async ({ run }) => {
    await run(lead, step, { id, step: 'build', asked: { buildingOn } });
    await run(lead, describe, { id, data: { statisticsOn: dayAfter(buildingOn, -12) } });
  });
}

function stageCompletion(play: Play, { id, project }: StagedProject): void {
  const { step, addEvidence, verify } = promiseOperations(play.services);
  const { completeMonth, lead, mood } = project;
  if (completeMonth === null || mood === 'stuck' || mood === 'slipping' || mood === 'silent') return;
  const completedOn = dayAfter(completeDay(play, completeMonth), -2);
  const at = play.at(completedOn, '15:00');
  play.on(at, async ({ run }) => {
    await run(lead, addEvidence, { id, kind: 'document', words: '竣工验收备案表、竣工图和现场影像。' });
    await run(lead, step, {
      id,
      step: 'complete',
      asked: { completedOn, words: '按图完成全部建设内容，通过竣工验收。' },
    });
  });
  play.on(at + 20 * DAY_MS, async ({ run }) => {
    await run(VERIFIER, verify, { id, method: 'site', result: 'true', words: '现场核查，已竣工并投入使用。' });
    const asked = { producingOn: dayAfter(completedOn, 18), words: '竣工资料齐全，已投入使用并办理入库。' };
    await run(VERIFIER, step, { id, step: 'produce', asked });
    play.ended.add(id);
  });
}

const BLOCKERS = [
  { kind: '征拆', words: '红线内尚有3户未签约，影响连续施工。', unit: 'zrj' },
  { kind: '管线迁改', words: '110千伏电力管线迁改方案未批复。', unit: 'gds' },
  { kind: '资金', words: '三季度专项债资金未到位，进度款支付滞后。', unit: 'czj' },
  { kind: '审批', words: '占用绿地审批未完成，材料待补正。', unit: 'yll' },
  { kind: '用地', words: '用地报批卷宗退件，待补充耕地占补资料。', unit: 'zrj' },
  { kind: '施工', words: '深基坑专项方案专家论证未通过，需修改后复审。', unit: 'zjj' },
] as const;

/** What stands in the way: of what is behind it stands there now, of some others it was cleared. */
function stageBlocker(play: Play, { id, project }: StagedProject, index: number): void {
  const { raiseBlocker, clearBlocker } = projectOperations(play.services);
  const behind = project.mood === 'slipping' || project.mood === 'stuck';
  if (!behind && index % 5 !== 2) return;
  const { kind, words, unit } = BLOCKERS[index % BLOCKERS.length] ?? BLOCKERS[0];
  const on = behind ? dayAfter(play.today, -28 - (index % 20)) : play.day(`0${3 + (index % 4)}-1${index % 9}`);
  if (on <= play.day('02-12')) return;
  const due = dayAfter(on, behind ? 40 : 25);
  play.on(play.at(on, '11:00'), async ({ run }) => {
    const owner = play.post(unit);
    const blocker = await run(project.lead, raiseBlocker, { id, words, kind, unit: play.unit(unit), owner, due });
    if (behind) return;
    const clearedOn = dayAfter(due, -4);
    play.on(play.at(clearedOn, '17:00'), async (moment) => {
      const outcome = '经现场协调已解决，恢复正常施工。';
      await moment.run(project.lead, clearBlocker, { blocker: blocker.id, clearedOn, outcome });
    });
  });
}

const FOUND = [
  '现场形象进度与台账一致，施工组织有序。',
  '夜间施工力量不足，第二作业面未展开。',
  '主体结构推进顺利，周边管线保护到位。',
  '扬尘覆盖不到位，已当场整改。',
];
const ASKED = [
  '抢抓晴好天气，月底前完成年度节点。',
  '三日内增加作业面，按周报送进度。',
  '同步启动验收准备。',
  '项目单位落实文明施工责任。',
];

/** The leader in charge once a quarter from spring on, the district's head to one of the first projects each month. */
function stageVisits(play: Play, { id, project }: StagedProject, index: number): void {
  const { addVisit } = projectOperations(play.services);
  const visit = (leader: string, visitedOn: string, said: number) => {
    if (visitedOn < play.day('02-12')) return;
    play.on(play.at(visitedOn, '17:30'), async ({ run }) => {
      const words = { found: FOUND[said % FOUND.length] ?? '', asked: ASKED[said % ASKED.length] ?? '' };
      await run('editor', addVisit, { id, leader: play.post(leader), visitedOn, ...words });
    });
  };
  const source = chance(`visits ${project.title}`);
  for (const first of [4, 7, 10]) {
    const month = first + source.below(2);
    if (!source.happens(0.12))
      visit(project.leader, play.day(`${twoDigits(month)}-${twoDigits(1 + source.below(27))}`), source.below(4));
  }
  if (index < 12 && index > 0)
    visit('mayor', play.day(`${twoDigits(index + 1)}-${twoDigits(4 + source.below(20))}`), source.below(4));
}

/** Money of the projects, month by month along their own plans. */
export async function figuresOfProjects(
  play: Play,
  { ctx }: Moment,
  staged: readonly StagedProject[],
): Promise<readonly DemoFigure[]> {
  const last = monthsTold(play).at(-1) ?? 1;
  const figures: DemoFigure[] = [];
  for (const { id, project } of staged) {
    const acting = ctx('editor');
    const bundle = await loadBundle(acting, await requirePromise(acting, play.services, id));
    const { lead: who, mood } = project;
    const invested = bundle.indicators.find(({ name }) => name === 'invested');
    if (invested === undefined) continue;
    const sums = project.months.map((_, at) => project.months.slice(0, at + 1).reduce((sum, one) => sum + one, 0));
    const main = workFigure(bundle, invested, {
      who,
      mood,
      last,
      expected: (month) => (sums[month - 1] ?? 0) / project.plan,
    });
    figures.push(main);
    for (const { name, every } of bundle.indicators) {
      const share = { assigned: 1.05, paid: 0.82, contracted: 1.3, received: 0.95 }[name];
      if (share === undefined) continue;
      figures.push({
        who,
        promise: id,
        indicator: name,
        at(month) {
          const said = every === 'quarter' && month % 3 !== 0 ? null : main.at(month);
          return said === null ? null : { value: Math.round(Math.min(project.total, said.value * share)) };
        },
      });
    }
  }
  return figures;
}

/** Issues the imported projects on the day of the plan. */
export async function issueProjects(play: Play, { run }: Moment, staged: readonly StagedProject[]): Promise<void> {
  const { issue } = promiseOperations(play.services);
  const issuedOn = play.day('02-09');
  await run('editor', issue, { ids: staged.map(({ id }) => id), issuedOn });
}
