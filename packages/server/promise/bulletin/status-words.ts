import type { Light, Official } from '@huying/kit/promise';

/** Words of papers, which are Chinese whatever the reader's language. */
export const OFFICIAL: Readonly<Record<Official, string>> = {
  'not-started': '未启动',
  'under-way': '推进中',
  'basically-done': '基本完成',
  done: '完成',
  'not-done': '未完成',
  cancelled: '经批准取消',
};

export const EVIDENCE = { none: '无', part: '部分', full: '充分' } as const;

export const SCHEDULE = {
  early: '提前完成',
  'on-time': '按时完成',
  late: '逾期未完成',
  'late-and-done': '逾期完成',
  'not-due': '未到期',
} as const;

export const LIGHT: Readonly<Record<Light, string>> = {
  green: '绿',
  blue: '蓝',
  yellow: '黄',
  orange: '橙',
  red: '红',
};

export const lightWord = ({
  light,
  followed,
}: {
  readonly light: Light | null;
  readonly followed?: boolean;
}): string => (light !== null ? LIGHT[light] : followed === true ? '跟踪' : '无数据');

export const STAGE = {
  plan: '计划',
  assigned: '下达',
  contracted: '合同',
  paid: '支付',
  invested: '完成投资',
  received: '到位',
} as const;

export const SOURCE = { self: '填报', system: '系统', verified: '核定' } as const;

export const STANDING = { provisional: '初步', final: '核定' } as const;

export const FIRMNESS = { binding: '约束性', aimed: '预期性', plain: '—' } as const;
