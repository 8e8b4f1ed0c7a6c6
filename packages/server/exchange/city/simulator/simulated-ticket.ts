import { DAY_MS } from '@huying/kit/calendar';
import type { CityTicket } from '../ticket.ts';

/** Where a simulated ticket happens; WGS 84 degrees. */
export interface SimulatedPlace {
  readonly address: string;
  readonly longitude?: number;
  readonly latitude?: number;
}

const STORIES: readonly Pick<CityTicket, 'title' | 'words' | 'kind' | 'class' | 'urgency'>[] = [
  {
    title: '小区门口垃圾桶满溢',
    words: '来电人反映小区门口垃圾桶连续两天没有清运，气味很大，希望尽快处理。',
    kind: '投诉',
    class: '市容环卫/垃圾桶满溢',
    urgency: '一般',
  },
  {
    title: '人行道路面没有保洁',
    words: '来电人反映人行道上落叶和纸屑很多，已有一周没有人打扫。',
    kind: '求助',
    class: '市容环卫/道路保洁',
    urgency: '一般',
  },
  {
    title: '路口占道经营',
    words: '来电人反映路口每天傍晚有人占道摆摊，行人只能走机动车道。',
    kind: '举报',
    class: '市容环卫/占道经营',
    urgency: '一般',
  },
  {
    title: '楼顶正在搭建房屋',
    words: '来电人反映楼顶正在搭建彩钢房，担心影响房屋安全，希望有人到现场查看。',
    kind: '举报',
    class: '违法建设/正在搭建',
    urgency: '紧急',
  },
  {
    title: '建议增加公共厕所',
    words: '来电人建议在公园东门附近增加公共厕所，方便老人和孩子。',
    kind: '建议',
    class: '市容环卫/公共厕所管理',
    urgency: '一般',
  },
];

const CALLERS = ['王芳', '李强', '张敏', '刘洋', '陈静', '杨军'];
/** Days the city gives, by the kind of demand: inside the hotline's published limits. */
const DAYS: Readonly<Record<string, number>> = { 咨询: 3, 建议: 3, 求助: 5, 投诉: 7, 举报: 7 };

/** The city's ticket of a running number: the same number and moment always give the same ticket. @param at when the city received it, epoch milliseconds */
export function simulatedTicket(index: number, at: number, places: readonly SimulatedPlace[] = []): CityTicket {
  const story = STORIES[index % STORIES.length] as (typeof STORIES)[number];
  const place = places[index % Math.max(1, places.length)];
  const day = new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
  return {
    ...story,
    ...(place ?? { address: `清江大道 ${(index % 200) + 1} 号` }),
    number: `SZX${day}${String(index).padStart(6, '0')}`,
    caller: CALLERS[index % CALLERS.length] as string,
    phone: `138${String(10_000_000 + ((index * 7_919) % 89_999_999)).padStart(8, '0')}`,
    receivedAt: new Date(at).toISOString(),
    due: new Date(at + (DAYS[story.kind] ?? 5) * DAY_MS).toISOString(),
  };
}
