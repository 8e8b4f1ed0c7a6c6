import { holderOf, inHandlingUnit, outsideHandlingUnit, theSystem } from '@huying/kit/access';
import { text } from '@huying/kit/field';
import { definePromiseKind, type PromiseKind } from '@huying/kit/promise';
import { role } from '../base/index.ts';

const theLeadUnit = [inHandlingUnit(role['unit-head']), inHandlingUnit(role['unit-clerk'])];
const others = [outsideHandlingUnit(role.supervisor), outsideHandlingUnit(role.verifier)];
const supervision = holderOf(role.supervisor);

/**
 * Work the report announces, from the plan that issues it to the proof that it is done: the lead unit begins and reports, another than the
 * one who reported verifies, and what was not done is settled as that by the supervision office.
 */
function work(id: string, name: string, numberPrefix: string): PromiseKind {
  return definePromiseKind({
    id,
    name,
    numberPrefix,
    states: {
      drafted: '待印发',
      issued: '已印发',
      underway: '推进中',
      reported: '已报完成',
      done: '已完成',
      missed: '未完成',
      cancelled: '已取消',
    },
    opens: 'drafted',
    ends: ['done', 'missed', 'cancelled'],
    cancelled: 'cancelled',
    steps: {
      issue: { label: '随方案印发', from: ['drafted'], to: 'issued', by: theSystem },
      begin: {
        label: '开始推进',
        from: ['issued'],
        to: 'underway',
        by: theLeadUnit,
        asks: { arrangement: text('推进安排', { max: 1000 }).required() },
        official: 'under-way',
      },
      report: {
        label: '报完成',
        from: ['issued', 'underway'],
        to: 'reported',
        by: theLeadUnit,
        asks: { outcome: text('完成情况', { max: 2000 }).required() },
        demands: ['evidence'],
        official: 'done',
      },
      reportPart: {
        label: '报基本完成',
        from: ['issued', 'underway'],
        to: 'reported',
        by: theLeadUnit,
        asks: {
          outcome: text('完成情况', { max: 2000 }).required(),
          reason: text('未全部完成的原因', { max: 1000 }).required(),
        },
        demands: ['evidence', 'reason'],
        official: 'basically-done',
      },
      sendBack: {
        label: '退回重办',
        from: ['reported'],
        to: 'underway',
        by: others,
        asks: { reason: text('退回理由', { max: 1000 }).required() },
        demands: ['reason'],
        official: 'under-way',
      },
      close: {
        label: '核查销号',
        from: ['reported'],
        to: 'done',
        by: others,
        asks: { conclusion: text('核查结论', { max: 1000 }).required() },
        demands: ['verification'],
      },
      settleMissed: {
        label: '认定未完成',
        from: ['issued', 'underway', 'reported'],
        to: 'missed',
        by: supervision,
        asks: { reason: text('未完成原因', { max: 1000 }).required() },
        demands: ['reason'],
        official: 'not-done',
      },
    },
    lights: 'task-default',
    completionWords: {
      'not-started': '未启动',
      'under-way': '推进中',
      'basically-done': '基本完成',
      done: '已完成',
      'not-done': '未完成',
      cancelled: '已取消',
    },
  });
}

export const task = work('task', '重点任务', 'RW');
export const reform = work('reform', '改革事项', 'GG');
export const campaign = work('campaign', '专项行动', 'ZX');
