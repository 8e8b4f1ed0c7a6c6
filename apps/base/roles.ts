import { defineRoles } from '@huying/kit/access';

/** The roles of a district's dispatch centre, its units and its administration. What each may do, the case types say. */
export const role = defineRoles({
  operator: { name: '话务员', reach: { queue: 'all', area: 'post' }, escalatesTo: 'shift-leader' },
  acceptor: { name: '受理员', reach: { queue: 'all', area: 'post' }, escalatesTo: 'shift-leader' },
  dispatcher: { name: '派遣员', reach: { queue: 'all', area: 'post' }, escalatesTo: 'shift-leader' },
  'shift-leader': { name: '值班长', reach: { queue: 'all', area: 'post' }, escalatesTo: 'supervisor' },
  'callback-officer': { name: '回访员', reach: { queue: 'all', area: 'post' }, escalatesTo: 'shift-leader' },
  verifier: { name: '核查员', reach: { queue: 'all', area: 'post' }, escalatesTo: 'shift-leader' },
  handler: { name: '承办人', reach: { queue: 'unit', area: 'any' }, escalatesTo: 'unit-head' },
  'unit-clerk': { name: '单位经办员', reach: { queue: 'unit', area: 'any' }, escalatesTo: 'unit-head' },
  'unit-head': { name: '单位负责人', reach: { queue: 'unit', area: 'any' }, escalatesTo: 'supervisor' },
  supervisor: { name: '督查员', reach: { queue: 'all', area: 'post' } },
  auditor: { name: '审计员', reach: { queue: 'all', area: 'any' } },
  'district-leader': { name: '区领导', reach: { queue: 'all', area: 'any' } },
  'report-editor': { name: '区政府办文稿员', reach: { queue: 'none', area: 'any' }, promises: 'all' },
  statistician: { name: '统计员', reach: { queue: 'none', area: 'any' }, promises: 'all' },
  'congress-officer': { name: '人大工作人员', reach: { queue: 'none', area: 'any' }, promises: 'all' },
  deputy: { name: '人大代表', reach: { queue: 'none', area: 'any' }, promises: 'published' },
  'system-admin': { name: '系统管理员', reach: { queue: 'none', area: 'any' } },
  'security-admin': { name: '安全管理员', reach: { queue: 'none', area: 'any' } },
  'duty-editor': { name: '职责目录管理员', reach: { queue: 'none', area: 'any' } },
});
