import type { RecordDraft } from '@huying/server/registry';

const record = (code: string, parent: string | null, zh: string, data: RecordDraft['data']): RecordDraft => ({
  code,
  parent,
  name: { zh, en: code },
  data,
});

/** Codes and names of GB/T 47678.5-2026, a handful. */
export const matters: readonly RecordDraft[] = [
  record('01', null, '公用设施', { kind: 'component' }),
  record('01002', '01', '污水井盖', { kind: 'component' }),
  record('06', null, '市容环境', { kind: 'matter' }),
  record('06010', '06', '暴露垃圾', { kind: 'matter' }),
  record('06013', '06', '道路破损', { kind: 'matter' }),
];

export const conditions: readonly RecordDraft[] = [
  record('01002-1', null, '缺失、移位或破裂，危及安全', {
    matter: '01002',
    limit: '2紧急工作时',
    closing: '消除危险',
  }),
  record('01002-2', null, '响动', { matter: '01002', limit: '2工作日', closing: '修复' }),
  record('01002-3', null, '泄漏', { matter: '01002', limit: '1紧急工作时；5工作日', closing: '围护并修复' }),
  record('06010-1', null, '暴露垃圾', { matter: '06010', limit: '4工作时', closing: '清除' }),
  record('06013-1', null, '路面破损', { matter: '06013', limit: '5工作日', closing: '修复' }),
];

export const demandClasses: readonly RecordDraft[] = [
  record('A', null, '城乡建设', {}),
  record('A01', 'A', '排水管网', { matter: '01002' }),
  record('A02', 'A', '道路', { matter: '06013' }),
  record('B', null, '市场监管', {}),
  record('B01', 'B', '消费纠纷', {}),
];

/** Water answers for covers, roads for roads, the street for litter; for consumer disputes nobody is named. */
export function duties(units: { readonly water: string; readonly roads: string }): readonly RecordDraft[] {
  return [
    record('D-001', null, '井盖', {
      order: 1,
      matters: '01',
      leadIn: 'unit',
      lead: units.water,
      assisting: [units.roads],
      basis: '三定方案第五条',
    }),
    record('D-002', null, '道路', {
      order: 2,
      matters: '06013',
      leadIn: 'unit',
      lead: units.roads,
      basis: '三定方案第六条',
    }),
    record('D-003', null, '垃圾', { order: 3, matters: '06010', leadIn: 'street', basis: '属地管理' }),
  ];
}
