import { type Words, wordList } from '../words.ts';
import { filingConditions } from './conditions.ts';
import type { Matter, MatterClass } from './matter.ts';

/**
 * Codes of GB/T 47678.5-2026, only those this district uses. They come from a transcription that has not been compared with the
 * printed standard; whoever takes them over compares them first.
 */
export const TRANSCRIBED_NOT_COMPARED = true;

const words = (zh: string, en: string): Words => ({ zh, en });

export const matterClasses: readonly MatterClass[] = [
  { kind: 'component', code: '01', name: words('市政公用设施', 'Public utilities') },
  { kind: 'component', code: '02', name: words('交通设施', 'Traffic facilities') },
  { kind: 'component', code: '03', name: words('市容环卫设施', 'City appearance and sanitation facilities') },
  { kind: 'component', code: '04', name: words('园林绿化设施', 'Parks and greening facilities') },
  { kind: 'matter', code: '06', name: words('市容环境', 'City appearance and environment') },
  { kind: 'matter', code: '07', name: words('宣传广告', 'Publicity and advertising') },
  { kind: 'matter', code: '08', name: words('施工管理', 'Construction') },
  { kind: 'matter', code: '09', name: words('街面秩序', 'Order in the street') },
  { kind: 'matter', code: '10', name: words('其他事项', 'Other matters') },
];

const components = `
01002 污水井盖 Sewer cover,01003 雨水井盖 Storm drain cover,01004 雨水箅子 Rain grating,01007 通信井盖 Telecom cover,01037 路灯 Street lamp,
01048 变压器（箱） Transformer box,01057 露天燃气管道 Open gas pipe,01076 公用电梯 Public lift,02010 交通标志牌及标线 Traffic signs and markings,
02014 交通信号灯 Traffic signal,03001 公共厕所 Public toilet,04002 行道树 Street tree`;
const events = `
06001 私搭乱建 Unlicensed building,06010 暴露垃圾 Exposed rubbish,06011 积存垃圾渣土 Rubbish and spoil left lying,06012 道路不洁 Dirty road,
06013 道路破损 Broken road,06014 道路遗撒（洒） Spillage on the road,06020 焚烧垃圾、树叶 Burning rubbish or leaves,06025 水域不洁 Dirty water surface,
06026 河道污染 River pollution,06027 油烟污染 Kitchen fumes,06028 噪声扰民 Noise,06030 乱倒乱排污水、废水 Waste water let out,06036 乱堆杂物 Piled belongings,
06042 垃圾站(箱)满溢 Overflowing bin,06048 边坡(挡土墙)破损 Broken slope or retaining wall,07001 非法小广告 Illegal small ads,07003 违规户外广告 Irregular outdoor advertising,
08001 施工扰民 Construction noise,08004 工地扬尘 Site dust,08016 无证建设 Building without licence,09001 无照经营游商 Unlicensed hawkers,09003 流浪乞讨 People in need on the street,
09005 店外经营 Trading outside shops,09006 占道经营 Trading on the road,09009 机动车乱停放 Disorderly parking,09010 非机动车乱停放 Disorderly bicycles,
09011 共享单车乱象 Shared bicycles,09012 占用消防通道 Blocked fire lane,09015 无证餐饮 Unlicensed catering,09020 农贸市场秩序问题 Disorder in markets,10002 架空线缆脱落 Fallen overhead line`;

const listed = (kind: Matter['kind'], text: string): readonly Matter[] =>
  wordList(text).map(({ zh: code, en: rest }) => {
    const space = rest.indexOf(' ');
    const id = `${kind}:${code}`;
    return {
      id,
      kind,
      code,
      name: { zh: rest.slice(0, space), en: rest.slice(space + 1) },
      conditions: filingConditions.filter(({ matter }) => matter === id),
    };
  });

export const matters: readonly Matter[] = [...listed('component', components), ...listed('matter', events)];
