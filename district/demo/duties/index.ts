import { DISTRICT_CODE } from '../area/index.ts';
import type { DutyRule, TakenBack } from './duty.ts';
import { dutyRules } from './rules.ts';

export type { DutyCondition, DutyProperty, DutyRule, TakenBack } from './duty.ts';
export { dutyRules } from './rules.ts';

export const takenBack: readonly TakenBack[] = [
  {
    matters: ['0505', '0506', 'component:01057'],
    name: { zh: '燃气安全检查与执法', en: 'Gas safety inspection and enforcement' },
    by: 'rqs',
  },
  { matters: ['0203', '1405'], name: { zh: '房屋结构安全鉴定', en: 'Survey of structural safety' }, by: 'zjj' },
  {
    matters: ['0603', 'component:01076'],
    name: { zh: '电梯等特种设备监察', en: 'Supervision of lifts and special equipment' },
    by: 'scj',
  },
  {
    matters: ['0607', '1401', 'matter:09012'],
    name: { zh: '消防监督检查与处罚', en: 'Fire inspection and penalties' },
    by: 'xfd',
  },
  {
    matters: ['0701', '0703', '0704'],
    name: { zh: '劳动保障监察与工伤认定', en: 'Labour inspection and injury at work' },
    by: 'rsj',
  },
  {
    matters: ['0802', '0804'],
    name: { zh: '校外培训与教学监管', en: 'Supervision of tutoring and teaching' },
    by: 'jyj',
  },
  { matters: ['0904'], name: { zh: '无证行医查处', en: 'Practising without licence' }, by: 'wjj' },
  {
    matters: ['1003', '1006', 'matter:09015'],
    name: { zh: '食品经营许可与查处', en: 'Food licences and enforcement' },
    by: 'scj',
  },
  {
    matters: ['1103', '1104', '1105', 'matter:06026'],
    name: { zh: '水、气污染执法', en: 'Enforcement against water and air pollution' },
    by: 'hbj',
  },
  {
    matters: ['1407', 'matter:06048'],
    name: { zh: '地质灾害隐患鉴定', en: 'Survey of geological hazards' },
    by: 'zrj',
  },
];

/** Lines that speak of any of the given matters on a street, in order; whether a line's condition holds is for the reader to say. */
export function dutiesFor(matters: readonly string[], street: string): readonly DutyRule[] {
  return dutyRules.filter(
    (rule) =>
      rule.matters.some((matter) => matters.includes(matter)) &&
      (rule.areas.includes(street) || rule.areas.includes(DISTRICT_CODE)),
  );
}
