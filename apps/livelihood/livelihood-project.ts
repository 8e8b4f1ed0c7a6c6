import { holderOf, inAskedUnit, inHandlingUnit, outsideHandlingUnit } from '@huying/kit/access';
import { number, text } from '@huying/kit/field';
import { definePromiseKind, livelihoodLights } from '@huying/kit/promise';
import { role } from '../base/index.ts';

const theUnit = [inHandlingUnit(role['unit-head']), inHandlingUnit(role['unit-clerk'])] as const;
const whoeverVerifies = [holderOf(role.supervisor), outsideHandlingUnit(role.verifier)] as const;

/**
 * 民生实事: one of the year's things, from the day it is on the list to the day its result is public. What was promised changes only
 * through the standing committee of the congress (经人大常委会审议调整), as a revision with its document.
 */
export const livelihoodProject = definePromiseKind({
  id: 'livelihood',
  name: '民生实事',
  numberPrefix: 'MS',
  states: {
    official: '正式',
    underWay: '实施',
    completed: '完工待验',
    done: '完成',
    evaluated: '测评',
    announced: '公布',
    cancelled: '取消',
  },
  opens: 'official',
  ends: ['announced', 'cancelled'],
  cancelled: 'cancelled',
  steps: {
    begin: { label: '开始实施', from: ['official'], to: 'underWay', by: theUnit, official: 'under-way' },
    complete: {
      label: '报告完工',
      from: ['underWay'],
      to: 'completed',
      by: theUnit,
      asks: { words: text('完工情况', { max: 2000, lines: 4 }).required() },
      demands: ['evidence'],
      official: 'done',
    },
    completeMostly: {
      label: '报告基本完成',
      from: ['underWay'],
      to: 'completed',
      by: theUnit,
      asks: { words: text('完成情况与未完部分', { max: 2000, lines: 4 }).required() },
      demands: ['evidence'],
      official: 'basically-done',
    },
    accept: {
      label: '验收通过',
      from: ['completed'],
      to: 'done',
      by: whoeverVerifies,
      asks: { words: text('验收意见', { max: 2000, lines: 4 }).required() },
      demands: ['verification'],
    },
    sendBack: {
      label: '退回整改',
      from: ['completed'],
      to: 'underWay',
      by: whoeverVerifies,
      asks: { reason: text('退回理由', { max: 2000, lines: 4 }).required() },
      demands: ['reason'],
      official: 'under-way',
    },
    missed: {
      label: '确认年度未完成',
      from: ['official', 'underWay', 'completed'],
      to: 'done',
      by: [holderOf(role.supervisor), holderOf(role['report-editor'])],
      asks: { reason: text('未完成原因与后续安排', { max: 2000, lines: 4 }).required() },
      demands: ['reason'],
      official: 'not-done',
    },
    evaluate: {
      label: '录入测评完毕',
      from: ['done'],
      to: 'evaluated',
      by: holderOf(role['congress-officer']),
      asks: { document: text('测评文件', { max: 200 }).required() },
      demands: ['document'],
    },
    announce: {
      label: '公布结果',
      from: ['evaluated'],
      to: 'announced',
      by: [holderOf(role['report-editor']), holderOf(role.supervisor)],
    },
    help: {
      label: '补充协办进展',
      from: ['underWay'],
      to: 'underWay',
      by: [inAskedUnit(role['unit-head']), inAskedUnit(role['unit-clerk'])],
      asks: { words: text('协办进展', { max: 2000, lines: 4 }).required() },
    },
  },
  lights: livelihoodLights.id,
  data: {
    budget: number('计划投资', { min: 0, max: 1_000_000_000, unit: '万元' }),
    telephone: text('公开联系电话', { max: 40 }),
    vote: text('票决场次', { max: 36 }),
    candidate: text('候选项目', { max: 36 }),
    basis: text('确定依据', { max: 400 }),
  },
  completionWords: {
    'not-started': '未启动',
    'under-way': '进行中',
    'basically-done': '基本完成',
    done: '已完成',
    'not-done': '未完成',
    cancelled: '已取消',
  },
});
