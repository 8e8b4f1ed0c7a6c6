import type { Words } from '../words.ts';

export type RoleId =
  | 'operator'
  | 'acceptor'
  | 'dispatcher'
  | 'shift-leader'
  | 'callback-officer'
  | 'verifier'
  | 'supervisor'
  | 'unit-clerk'
  | 'unit-head'
  | 'handler'
  | 'duty-editor'
  | 'auditor'
  | 'system-admin'
  | 'security-admin'
  | 'city-exchange'
  | 'district-leader'
  | 'report-editor'
  | 'statistician'
  | 'congress-officer'
  | 'deputy';

export const roleNames: Readonly<Record<RoleId, Words>> = {
  operator: { zh: '话务员', en: 'Operator' },
  acceptor: { zh: '受理员', en: 'Acceptor' },
  dispatcher: { zh: '派遣员', en: 'Dispatcher' },
  'shift-leader': { zh: '值班长', en: 'Shift leader' },
  'callback-officer': { zh: '回访员', en: 'Call-back officer' },
  verifier: { zh: '核查员', en: 'Verifier' },
  supervisor: { zh: '督办员', en: 'Supervisor' },
  'unit-clerk': { zh: '单位经办员', en: 'Unit clerk' },
  'unit-head': { zh: '单位负责人', en: 'Unit head' },
  handler: { zh: '处置员', en: 'Handler' },
  'duty-editor': { zh: '职责目录管理员', en: 'Duty list editor' },
  auditor: { zh: '审计员', en: 'Auditor' },
  'system-admin': { zh: '系统管理员', en: 'System administrator' },
  'security-admin': { zh: '安全管理员', en: 'Security administrator' },
  'city-exchange': { zh: '市平台对接', en: 'City platform exchange' },
  'district-leader': { zh: '区领导', en: 'District leader' },
  'report-editor': { zh: '区政府办文稿员', en: 'Report editor' },
  statistician: { zh: '统计员', en: 'Statistician' },
  'congress-officer': { zh: '人大工作人员', en: 'Congress officer' },
  deputy: { zh: '人大代表', en: 'Deputy' },
};
