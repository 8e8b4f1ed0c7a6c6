import { HuyingError, isHuyingError } from '@huying/kit/error';
import ExcelJS from 'exceljs';
import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { createPromise } from '../core/create.ts';
import { keepPromise } from '../core/keep.ts';
import { closed, type IndicatorDraft, type PromiseDraft } from '../core/promise-draft.ts';
import { kindOf, type PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import { lockPromise, promisesOfYear } from '../core/store.ts';
import { cellRows } from './import-figures.ts';
import { monthlyPath } from './monthly-path.ts';
import { putStagePlan } from './project.store.ts';
import { projectHand } from './project-access.ts';
import { NEEDED, type ProjectLine, projectColumns, type RowFault, readProjectLines } from './project-columns.ts';
import { PROJECT_KIND, PROJECT_STAGES } from './project-facts.ts';

/** An empty list of projects as xlsx, with the headings that the import reads. */
export function projectTemplateOperation(services: PromiseServices) {
  return defineOperation({
    name: 'project.template',
    summary: { zh: '下载项目导入模板', en: 'An empty list of projects' },
    input: Type.Object({}, closed),
    output: Type.Object({ name: Type.String(), content: Type.String({ description: 'xlsx in base64' }) }),
    async run(ctx) {
      if (!projectHand(await promiseWorldOf(ctx, services), ctx.actor.kind).seesTo)
        throw new HuyingError('access.denied');
      const book = new ExcelJS.Workbook();
      const tab = book.addWorksheet('重点项目', { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
      tab.columns = projectColumns.map(({ width }) => ({ width }));
      tab.addRow(projectColumns.map(({ heading }) => heading)).font = { bold: true };
      for (const [at, { name }] of projectColumns.entries()) {
        if ((NEEDED as readonly string[]).includes(name)) {
          tab.getCell(1, at + 1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } };
        }
      }
      return { name: '重点项目导入模板.xlsx', content: Buffer.from(await book.xlsx.writeBuffer()).toString('base64') };
    },
  });
}

/** Takes in a list of projects, all or none; what is wrong is told cell by cell. Nothing of it is issued yet. */
export function importProjectsOperation(services: PromiseServices) {
  return defineOperation({
    name: 'project.import',
    summary: { zh: '导入重点项目', en: 'Take in a list of projects' },
    input: Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2100 }), rows: cellRows }, closed),
    output: Type.Object({
      created: Type.Array(Type.Object({ id: Type.String(), number: Type.String(), title: Type.String() })),
    }),
    async run(ctx, { year, rows }) {
      const world = await promiseWorldOf(ctx, services);
      if (!projectHand(world, ctx.actor.kind).seesTo) throw new HuyingError('access.denied');
      const { lines, faults } = readProjectLines(rows);
      const known = new Set(
        (await promisesOfYear(ctx.tx, ctx.tenant, year))
          .filter(({ kind }) => kind === PROJECT_KIND)
          .map(({ title }) => title),
      );
      const register = await registerOf(ctx, services, world);
      const planned = lines.map((line) => plannedProject(line, year, register, known));
      const all = [...faults, ...planned.flatMap((one) => one.faults)];
      if (all.length > 0) throw new HuyingError('project.rows', { count: all.length }, all);
      if (planned.length === 0) throw new HuyingError('project.noRows');
      const created = [];
      for (const one of planned) created.push(await make(ctx, services, world, one));
      return { created };
    },
  });
}

interface Register {
  readonly units: ReadonlyMap<string, string>;
  readonly leaders: ReadonlyMap<string, string>;
  readonly classes: ReadonlyMap<string, string>;
  readonly levels: ReadonlyMap<string, string>;
  readonly states: ReadonlyMap<string, string>;
}

async function registerOf(ctx: Ctx, services: PromiseServices, { org }: PromiseWorld): Promise<Register> {
  const kind = kindOf(services, PROJECT_KIND);
  const optionsOf = (name: string) => {
    const field = kind.data?.[name];
    const options =
      field?.kind === 'choice' && 'options' in field.source ? (field.source.options as Record<string, string>) : {};
    return new Map(Object.entries(options).map(([code, label]) => [label, code]));
  };
  const holders = org.holdersOf('district-leader', {}, ctx.now).filter(({ as }) => as === 'holder');
  return {
    units: new Map(org.units.filter(({ to }) => to === null || to > ctx.now).map(({ id, name }) => [name.zh, id])),
    leaders: new Map(holders.map(({ account, post }) => [org.nameOf(account) ?? '', post.id])),
    classes: optionsOf('class'),
    levels: optionsOf('level'),
    states: new Map(PROJECT_STAGES.map((stage) => [kind.states[stage] ?? stage, stage])),
  };
}

interface Planned {
  readonly draft: PromiseDraft;
  readonly state: string | null;
  readonly plans: readonly (readonly [stage: string, day: string])[];
  readonly faults: readonly RowFault[];
}

function plannedProject(line: ProjectLine, year: number, register: Register, known: Set<string>): Planned {
  const faults: RowFault[] = [];
  const fault = (name: string, zh: string, en: string) => faults.push({ path: line.cell(name), zh, en });
  const found = (name: string, among: ReadonlyMap<string, string>, what: string) => {
    const text = line.text(name);
    const code = text === null ? undefined : among.get(text);
    if (text !== null && code === undefined) fault(name, `没有${what}“${text}”。`, `There is no such entry: ${text}.`);
    return code;
  };
  const title = line.text('title') ?? '';
  if (title === '') fault('title', '项目名称不能为空。', 'The project needs a name.');
  else if (known.has(title))
    fault(
      'title',
      `本年度已有项目“${title}”，或表中重复。`,
      `There is a project of this name in the year already: ${title}.`,
    );
  known.add(title);
  const lead = found('lead', register.units, '单位');
  if (line.text('lead') === null) fault('lead', '牵头单位不能为空。', 'A unit must lead it.');
  const plan = line.number('plan');
  if (plan === null || plan <= 0) fault('plan', '年度计划投资应大于零。', 'The plan of the year must be above zero.');
  const amounts = Array.from({ length: 12 }, (_, at) => line.number(`month${at + 1}`));
  let points: ReturnType<typeof monthlyPath> = null;
  try {
    points = monthlyPath(year, plan ?? 0, amounts);
  } catch (error) {
    if (!isHuyingError(error)) throw error;
    const { sum = 0, difference = 0 } = error.params;
    fault(
      'plan',
      `各月计划合计 ${sum}，与年度计划相差 ${difference}。`,
      `The months make ${sum}, ${difference} off the plan.`,
    );
  }
  const assisting = (line.text('assisting') ?? '')
    .split(/[、，,；;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const others = assisting.flatMap((one) => {
    const unit = register.units.get(one);
    if (unit === undefined) fault('assisting', `没有单位“${one}”。`, `There is no unit ${one}.`);
    return unit === undefined || unit === lead ? [] : [unit];
  });
  const leader = found('leader', register.leaders, '区领导');
  const [longitude, latitude] = [line.number('longitude'), line.number('latitude')];
  if ((longitude === null) !== (latitude === null))
    fault('longitude', '经度、纬度应同时填写。', 'Longitude and latitude come together.');
  const data = given({
    class: found('class', register.classes, '项目类别'),
    level: found('level', register.levels, '项目级别'),
    totalInvestment: line.number('total'),
    addedOn: line.text('addedOn'),
    startDue: line.text('startDue'),
    startedOn: line.text('startedOn'),
    statisticsOn: line.text('recordedOn'),
    builder: line.text('builder'),
    content: line.text('content'),
  });
  const state = found('state', register.states, '阶段') ?? null;
  const plans = (['startDue', 'recordDue', 'completeDue'] as const).flatMap((name) => {
    const day = line.text(name);
    return day === null
      ? []
      : [[{ startDue: 'started', recordDue: 'statistics', completeDue: 'completed' }[name], day] as const];
  });
  const draft: PromiseDraft = {
    year,
    kind: PROJECT_KIND,
    title: title.slice(0, 200),
    ...given({ deliverable: line.text('content') }),
    due: `${year}-12-31`,
    indicators: [...investment(year, plan ?? 1, points, lead, data.class), ...landOf(line, lead)],
    duties: [
      ...(lead === undefined ? [] : [{ part: 'lead' as const, unit: lead }]),
      ...[...new Set(others)].map((unit) => ({ part: 'assisting' as const, unit })),
      ...(leader === undefined ? [] : [{ part: 'leader' as const, post: leader }]),
    ],
    ...(longitude === null || latitude === null ? {} : { place: { longitude, latitude } }),
    data,
  };
  return { draft, state, plans, faults };
}

/** Only what is there. */
function given(values: Readonly<Record<string, string | number | null | undefined>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).filter((one): one is [string, string | number] => one[1] !== null && one[1] !== undefined),
  );
}

/** Money by stage, each an indicator of its own. What a kind of project has no use for is not asked for. */
function investment(
  year: number,
  plan: number,
  points: ReturnType<typeof monthlyPath>,
  unit: string | undefined,
  kind: string | number | undefined,
): IndicatorDraft[] {
  const asked = unit === undefined ? {} : { askedUnit: unit };
  const money = { unit: '万元', decimals: 0, mode: 'cumulative' as const, ...asked };
  const followed = { ...money, aim: { aim: 'followed' as const }, weight: 0 };
  const stages: IndicatorDraft[] =
    kind === 'government'
      ? [
          { ...followed, name: 'assigned', label: '下达资金', stage: 'assigned', every: 'month' },
          { ...followed, name: 'contracted', label: '合同金额', stage: 'contracted', every: 'quarter' },
          { ...followed, name: 'paid', label: '支付资金', stage: 'paid', every: 'month' },
        ]
      : [
          { ...followed, name: 'contracted', label: '合同金额', stage: 'contracted', every: 'quarter' },
          { ...followed, name: 'received', label: '到位资金', stage: 'received', every: 'quarter' },
        ];
  return [
    {
      ...money,
      name: 'invested',
      label: '完成投资',
      stage: 'invested',
      every: 'month',
      aim: { aim: 'up', base: 0, value: plan },
      path:
        points === null
          ? { shape: 'months', start: `${year}-01-01`, due: `${year}-12-31` }
          : { shape: 'points', points: [{ on: `${year}-01-01`, expected: 0 }, ...points] },
    },
    ...stages,
  ];
}

/** Signing, dismantling and land, each with the whole it is a part of. */
function landOf(line: ProjectLine, unit: string | undefined): IndicatorDraft[] {
  const figures = [
    { column: 'signing', name: 'signed', label: '签约户数', unit: '户' },
    { column: 'dismantling', name: 'dismantled', label: '拆卸户数', unit: '户' },
    { column: 'demolition', name: 'demolished', label: '拆除面积', unit: '平方米' },
    { column: 'land', name: 'acquired', label: '征收土地', unit: '亩' },
  ];
  return figures.flatMap(({ column, ...figure }): IndicatorDraft[] => {
    const whole = line.number(column);
    if (whole === null || whole <= 0) return [];
    const asked = unit === undefined ? {} : { askedUnit: unit };
    return [{ ...figure, decimals: 0, aim: { aim: 'up', base: 0, value: whole }, every: 'month', weight: 0, ...asked }];
  });
}

async function make(ctx: Ctx, services: PromiseServices, world: PromiseWorld, { draft, state, plans }: Planned) {
  const { id, number } = await createPromise(ctx, services, draft);
  const { name: by, account } = ctx.actor;
  for (const [stage, planned] of plans) {
    await putStagePlan(ctx.tx, ctx.tenant, { promise: id, stage, planned, reason: null, by, account, at: ctx.now });
  }
  const promise = state === null ? undefined : await lockPromise(ctx.tx, ctx.tenant, id);
  if (promise !== undefined && state !== null && state !== promise.state) {
    const official = state === 'reserve' ? promise.official : 'under-way';
    await keepPromise(
      ctx,
      services,
      world,
      { ...promise, state, official },
      {
        what: 'imported',
        visibility: 'internal',
        body: { state },
      },
    );
  }
  return { id, number, title: draft.title };
}
