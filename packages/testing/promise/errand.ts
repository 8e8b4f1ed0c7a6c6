import { role } from '@huying/apps/base';
import { holderOf, inAskedUnit, inHandlingUnit, outsideHandlingUnit } from '@huying/kit/access';
import { number, text } from '@huying/kit/field';
import { definePromiseKind } from '@huying/kit/promise';

/** A kind of promise for tests: drafted, under way, reported done, accepted. */
export const errand = definePromiseKind({
  id: 'errand',
  name: '差事',
  numberPrefix: 'CS',
  states: { drafted: '待启动', going: '进行中', reported: '待验收', accepted: '已验收', dropped: '已取消' },
  opens: 'drafted',
  ends: ['accepted', 'dropped'],
  cancelled: 'dropped',
  steps: {
    begin: {
      label: '启动',
      from: ['drafted'],
      to: 'going',
      by: [inHandlingUnit(role['unit-head']), inHandlingUnit(role['unit-clerk'])],
      official: 'under-way',
    },
    help: { label: '协办', from: ['going'], to: 'going', by: inAskedUnit(role['unit-clerk']) },
    finish: {
      label: '报告完成',
      from: ['going'],
      to: 'reported',
      by: [inHandlingUnit(role['unit-head']), inHandlingUnit(role['unit-clerk'])],
      asks: { words: text('完成情况', { max: 400, lines: 3 }).required() },
      demands: ['evidence'],
      official: 'done',
    },
    accept: {
      label: '验收',
      from: ['reported'],
      to: 'accepted',
      by: [holderOf(role.supervisor), outsideHandlingUnit(role.verifier)],
      demands: ['verification'],
    },
    reject: {
      label: '退回',
      from: ['reported'],
      to: 'going',
      by: [holderOf(role.supervisor)],
      demands: ['reason'],
      official: 'under-way',
    },
  },
  lights: 'livelihood-default',
  data: { budget: number('预算', { min: 0, max: 1_000_000, unit: '万元' }) },
  completionWords: {
    'not-started': '未启动',
    'under-way': '进行中',
    'basically-done': '基本完成',
    done: '已完成',
    'not-done': '未完成',
    cancelled: '已取消',
  },
});
