import type { PlannedCase } from '@huying/district/demo/story';
import { DAY_MS } from '@huying/kit/calendar';
import type { Values } from '@huying/kit/case';

/** The form with which a planned case is registered. */
export function intakeOf(plan: PlannedCase): Values {
  const { caller, point } = plan;
  const fromCity = plan.channel === 'city';
  return {
    title: plan.title,
    words: plan.text,
    demandKind: plan.demandKind,
    demandClass: plan.demand,
    channel: CHANNELS[plan.channel],
    ...(plan.danger ? { urgency: 'danger' } : {}),
    place: {
      cell: plan.cell,
      point: { longitude: point[0], latitude: point[1] },
      address: plan.address,
      datum: 'WGS84',
    },
    ...(caller.name === '' ? {} : { caller: caller.name }),
    ...(caller.phone === '' ? {} : { phone: caller.phone }),
    ...(caller.confidential ? { confidential: true } : {}),
    ...(fromCity
      ? {
          cityNumber: `S${new Date(plan.at).toISOString().slice(2, 10).replaceAll('-', '')}${String(plan.index).padStart(6, '0')}`,
        }
      : {}),
    ...(fromCity ? { cityDue: plan.at + CITY_DAYS[plan.demandKind] * DAY_MS } : {}),
  };
}

const CHANNELS: Readonly<Record<PlannedCase['channel'], string>> = {
  city: 'city',
  phone: 'phone',
  app: 'web',
  web: 'opinion',
  visit: 'letter',
};

/** Days the city's platform gives the district, by kind of demand. */
const CITY_DAYS: Readonly<Record<PlannedCase['demandKind'], number>> = {
  consultation: 5,
  suggestion: 7,
  request: 9,
  complaint: 18,
  report: 22,
};

export const ANSWERS: Readonly<Record<PlannedCase['demandKind'], string>> = {
  consultation: '已根据知识库答复办理条件、所需材料和窗口地址。',
  suggestion: '已记录建议，并转相关部门研究参考。',
  request: '已告知办理途径和联系电话，来电人表示清楚。',
  complaint: '已解释相关规定，来电人表示理解。',
  report: '已告知举报途径和受理部门。',
};

export const SEND_BACKS: readonly string[] = [
  '该处不在我单位管养范围，建议由属地街道处理。',
  '事项涉及行政许可，应由审批部门办理。',
  '经现场查看，设施产权属于其他单位。',
  '职责目录列明由其他单位主办，请重新派遣。',
];

export const EXTENSIONS: readonly string[] = [
  '需要协调产权单位进场，原时限内难以完成。',
  '配件已经订购，尚未到货。',
  '连日降雨，无法施工。',
  '当事人约定的上门时间在时限之后。',
];

export const HANDLED: readonly string[] = [
  '已到现场处理完毕，周边一并检查，未发现同类问题。',
  '已责令整改，当场恢复原状，并安排巡查。',
  '已联系来电人说明情况，并提出解决办法，来电人认可。',
  '已派专业队伍修复，现场恢复正常。',
  '已依法调查处理，结果告知来电人。',
  '已纳入本月整治计划，先行采取临时措施消除影响。',
];

export const CLOSED: readonly string[] = [
  '您反映的问题已经处理完毕，感谢您的监督。',
  '经核实，您反映的情况属实，承办单位已经整改到位。',
  '您咨询的事项已由承办单位电话答复，如有疑问可再次来电。',
  '承办单位已按规定办理，处理结果如上，感谢您的理解和支持。',
];
