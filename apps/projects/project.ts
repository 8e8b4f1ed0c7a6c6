import { holderOf, inHandlingUnit, outsideHandlingUnit } from '@huying/kit/access';
import { choice, date, number, options, text } from '@huying/kit/field';
import { definePromiseKind } from '@huying/kit/promise';
import { role } from '../base/index.ts';

const theUnit = [inHandlingUnit(role['unit-head']), inHandlingUnit(role['unit-clerk'])] as const;
const whoeverVerifies = [holderOf(role.supervisor), outsideHandlingUnit(role.verifier)] as const;
/** When a stage was reached: kept with the project, asked for by the step that reaches it. */
const reached = {
  earlyOn: date('转入前期日期'),
  dueToStartOn: date('列入应开工日期'),
  startedOn: date('实际开工日期'),
  buildingOn: date('转入在建日期'),
  completedOn: date('实际竣工日期'),
  producingOn: date('投产日期'),
};

/** 攻城拔寨、重点项目、城市更新: from reserve to production. What money and land are at, its indicators tell; its stages have dates of their own. */
export const project = definePromiseKind({
  id: 'project',
  name: '重点项目',
  numberPrefix: 'XM',
  states: {
    reserve: '储备',
    early: '前期',
    dueToStart: '应开工',
    started: '开工',
    building: '在建',
    completed: '竣工',
    producing: '入库投产',
    cancelled: '取消',
  },
  opens: 'reserve',
  ends: ['producing', 'cancelled'],
  cancelled: 'cancelled',
  steps: {
    prepare: {
      label: '转入前期',
      from: ['reserve'],
      to: 'early',
      by: theUnit,
      asks: { earlyOn: reached.earlyOn.required() },
      official: 'under-way',
    },
    readyToStart: {
      label: '列入应开工',
      from: ['early'],
      to: 'dueToStart',
      by: theUnit,
      asks: { dueToStartOn: reached.dueToStartOn.required() },
      official: 'under-way',
    },
    start: {
      label: '开工',
      from: ['early', 'dueToStart'],
      to: 'started',
      by: theUnit,
      asks: { startedOn: reached.startedOn.required(), words: text('开工情况', { max: 1000, lines: 3 }) },
      demands: ['evidence'],
      official: 'under-way',
    },
    build: {
      label: '转入在建',
      from: ['started'],
      to: 'building',
      by: theUnit,
      asks: { buildingOn: reached.buildingOn.required() },
      official: 'under-way',
    },
    complete: {
      label: '报告竣工',
      from: ['started', 'building'],
      to: 'completed',
      by: theUnit,
      asks: {
        completedOn: reached.completedOn.required(),
        words: text('竣工情况', { max: 1000, lines: 3 }).required(),
      },
      demands: ['evidence'],
      official: 'basically-done',
    },
    notCompleted: {
      label: '退回在建',
      from: ['completed'],
      to: 'building',
      by: whoeverVerifies,
      asks: { reason: text('退回理由', { max: 1000, lines: 3 }).required() },
      demands: ['reason'],
      official: 'under-way',
    },
    produce: {
      label: '确认入库投产',
      from: ['completed'],
      to: 'producing',
      by: whoeverVerifies,
      asks: {
        producingOn: reached.producingOn.required(),
        words: text('核查意见', { max: 1000, lines: 3 }).required(),
      },
      demands: ['verification'],
      official: 'done',
    },
  },
  lights: 'project-default',
  data: {
    class: choice(
      '项目类别',
      options({
        breakthrough: '攻城拔寨',
        key: '重点项目',
        industry: '产业项目',
        road: '道路交通',
        renewal: '城市更新',
        government: '政府投资',
      }),
    ),
    level: choice('项目级别', options({ province: '省级', city: '市级', district: '区级' })),
    totalInvestment: number('总投资', { min: 0, max: 1_000_000_000, unit: '万元' }),
    addedOn: date('年中新增日期').hint('年初计划内的项目不填'),
    startDue: date('计划开工日期'),
    ...reached,
    statisticsOn: date('入库日期').hint('纳入固定资产投资统计库的日期'),
    builder: text('建设单位', { max: 120 }),
    content: text('建设内容与规模', { max: 1000, lines: 3 }),
  },
  completionWords: {
    'not-started': '未启动',
    'under-way': '推进中',
    'basically-done': '已竣工待核',
    done: '已完成',
    'not-done': '未完成',
    cancelled: '已取消',
  },
});
