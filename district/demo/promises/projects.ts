import { chance, weightedIndex } from '../chance.ts';
import { type Mood, moodOf } from './pace.ts';

/** A key project of the demo district: invented, as everything here. Money in 万元. */
export interface DemoProject {
  readonly title: string;
  readonly class: '攻城拔寨' | '重点项目' | '产业项目' | '道路交通' | '城市更新' | '政府投资';
  readonly level: '市级' | '区级';
  readonly lead: string;
  readonly assisting: readonly string[];
  readonly leader: string;
  readonly builder: string;
  readonly content: string;
  readonly total: number;
  readonly plan: number;
  /** The plan by month; they make `plan`. */
  readonly months: readonly number[];
  /** Going on already as the year begins; else the month in which it is to start. */
  readonly startMonth: number | null;
  /** In which it is to be completed; null in a later year. */
  readonly completeMonth: number | null;
  readonly longitude: number;
  readonly latitude: number;
  readonly mood: Mood;
}

/** What the report of the year says: 48 projects, 126 亿元. */
export const PROJECT_PLAN = 1_260_000;

/** title | class | lead | assisting | leader | weight of its plan | start month (0: going on) | completion month (0: later) | content */
const TABLE = `
清江湾片区首开区开发|攻|fgj|zrj,zjj,xingpu|vicemayor-1|9|6|0|首开区土地平整、地下空间及市政配套，用地约42公顷
清江智造园二期|产|kgj|zrj,gushi|vicemayor-2|7|0|10|标准厂房18万平方米及配套宿舍
滨江东路北延线|路|jtj|szs,zrj|vicemayor-3|6|0|10|全长3.6公里，双向六车道，含跨涌桥2座
区第二人民医院新院|政|wjj|zjj,fgj|vicemayor-4|6|0|0|设床位800张，总建筑面积13.5万平方米
站前立交改造|攻|jtj|szs,jjd|vicemayor-3|4|0|11|匝道改造4条，增设人行天桥2座
西洲村城中村改造|攻|zjj|zrj,rongbu|vicemayor-3|6|4|0|改造范围21公顷，复建安置房1600套
塘头村城中村改造|更|zjj|zrj,baitang|vicemayor-3|5|5|0|改造范围17公顷，复建安置房1400套
石溪村城中村改造|更|zjj|zrj,heping|vicemayor-3|5|6|0|改造范围15公顷，复建安置房1200套
鹭汀科创中心|攻|kgj|fgj,luting|vicemayor-2|4|0|0|科研办公9万平方米，中试车间2万平方米
望潮智慧物流枢纽|产|kgj|jtj,wangchao|vicemayor-2|4|3|0|高标准仓储12万平方米
岚光生物医药产业园|攻|kgj|hbj,qinglan|vicemayor-2|4|0|0|实验楼5栋、孵化器1处
星埔新型显示材料基地|攻|kgj|gds,xingpu|vicemayor-2|4|2|0|生产线3条，年产值约30亿元
榕埠数字文创街区|产|wlj|kgj,rongbu|vicemayor-2|2|0|9|旧厂房改造4.2万平方米
云渡总部商务楼宇群|重|kgj|zjj,yundu|vicemayor-2|4|0|0|甲级写字楼3栋，建筑面积21万平方米
青麓健康服务综合体|重|wjj|mzj,qinglu|vicemayor-4|2|4|0|康复、护理、体检一体化，建筑面积3.8万平方米
鼓石冷链食品加工园|产|kgj|scj,gushi|vicemayor-2|2|3|0|加工车间6万平方米、冷库2万吨
月堤新能源汽车零部件厂|产|kgj|gds,yuedi|vicemayor-2|3|0|12|自动化产线5条
澄塘人工智能算力中心|产|kgj|gds,chengtang|vicemayor-2|3|5|0|机柜3000架，配套110千伏变电站
桂圃商业广场|重|kgj|zjj,guipu|vicemayor-2|2|0|11|商业面积8万平方米
晴岚大道拓宽工程|路|jtj|szs,qinglan|vicemayor-3|3|0|8|拓宽至双向六车道，全长4.1公里
梧岸南路新建工程|路|jtj|zrj,wuan|vicemayor-3|2|3|0|全长2.3公里，双向四车道
白棠至禾坪公路改线|路|jtj|nyj,baitang,heping|vicemayor-3|3|0|0|全长7.8公里，二级公路
琴台里隧道|路|jtj|szs,jjd|vicemayor-3|3|7|0|下穿隧道860米
星埔有轨接驳线|路|jtj|fgj,xingpu|vicemayor-3|3|0|0|线路5.2公里，设站7座
河涌碧道二期|政|swj|hcs,yll|vicemayor-3|2|0|11|碧道14公里，驿站6处
老城区排水主干管扩建|政|swj|pss,zjj|vicemayor-3|3|2|0|主干管9.6公里，调蓄池1座
梧岸雨水泵站重建|政|swj|pss,wuan|vicemayor-3|1.5|0|6|抽排能力每秒24立方米
清江净水厂提标改造|政|swj|hbj|vicemayor-3|2.5|0|0|日处理能力15万吨
厨余垃圾处理厂|政|csj|hbj,heping|vicemayor-3|2|4|0|日处理能力400吨
鹭汀九年一贯制学校|政|jyj|zjj,luting|vicemayor-4|2|0|8|54班，学位2520个
星埔实验小学|政|jyj|zjj,xingpu|vicemayor-4|1.5|0|8|36班，学位1620个
青麓高级中学扩建|政|jyj|zjj,qinglu|vicemayor-4|1.5|3|0|新增教学楼2栋、宿舍1栋
月堤幼儿园|政|jyj|zjj,yuedi|vicemayor-4|0.5|0|7|12班
区疾控中心新大楼|政|wjj|jkzx,zjj|vicemayor-4|1.5|0|12|建筑面积1.6万平方米，含生物安全二级实验室
望潮社区卫生服务中心|政|wjj|wangchao,zjj|vicemayor-4|0.6|2|12|建筑面积6200平方米
区养老服务指导中心|政|mzj|wjj,zjj|vicemayor-4|0.8|3|0|床位260张
区文化馆图书馆新馆|政|wlj|zjj,fgj|vicemayor-4|2|0|0|建筑面积3.2万平方米
澄塘体育公园|政|wlj|yll,chengtang|vicemayor-4|1|0|9|足球场2片、游泳馆1座
云渡老街保护活化|更|zjj|wlj,yundu|vicemayor-3|2|0|0|修缮历史建筑38处，微改造街巷2.1公里
榕埠旧厂区更新|更|zjj|zrj,rongbu|vicemayor-3|3|4|0|更新范围8公顷
澜景片区老旧小区连片改造|更|zjj|csj,qinglan|vicemayor-3|1.5|2|12|小区11个，惠及居民7400户
鼓石旧工业园提容|更|zrj|kgj,gushi|vicemayor-3|2|5|0|新增产业空间15万平方米
保障性租赁住房月堤项目|政|zfbz|zjj,yuedi|vicemayor-3|2|0|12|住房1280套
复建安置房西洲一期|更|zjj|zrj,rongbu|vicemayor-3|3|0|0|住房980套
站前综合交通换乘中心|路|jtj|jjd,gjs|vicemayor-3|2|6|0|换乘大厅1.2万平方米，停车泊位600个
智慧停车与充电网络一期|重|jtj|tcs,gds|vicemayor-3|1|3|11|泊位1800个、充电桩600个
应急物资储备中心|政|yjj|xfd,zjj|vicemayor-5|0.6|2|10|库房6800平方米
综合指挥调度中心扩容|政|sjj|zhzx|vicemayor-5|0.5|0|9|坐席40个，指挥大厅改造`;

const CLASSES: Readonly<Record<string, DemoProject['class']>> = {
  攻: '攻城拔寨',
  重: '重点项目',
  产: '产业项目',
  路: '道路交通',
  更: '城市更新',
  政: '政府投资',
};

const BUILDERS = [
  '清江城投建设有限公司',
  '清江产业发展有限公司',
  '清江交通建设有限公司',
  '清江水务投资有限公司',
  '岚光工程建设有限公司',
];

/** @param at  a point for the n-th of them, inside the district */
export function demoProjects(at: (index: number) => readonly [number, number]): readonly DemoProject[] {
  const source = chance('qingjiang-projects');
  const rows = TABLE.trim().split('\n');
  const weights = rows.map((row) => Number(row.split('|')[5]) * (0.9 + source.unit() * 0.2));
  const whole = weights.reduce((sum, one) => sum + one, 0);
  let left = PROJECT_PLAN;
  const builder = weightedIndex([3, 2, 2, 1, 2]);
  return rows.map((row, index) => {
    const [title = '', kind = '', lead = '', assisting = '', leader = '', , start = '0', end = '0', content = ''] =
      row.split('|');
    const last = index === rows.length - 1;
    const plan = last ? left : Math.round((PROJECT_PLAN * (weights[index] ?? 0)) / whole / 100) * 100;
    left -= plan;
    const startMonth = Number(start) === 0 ? null : Number(start);
    const completeMonth = Number(end) === 0 ? null : Number(end);
    const [longitude, latitude] = at(index);
    return {
      title,
      class: CLASSES[kind] ?? '重点项目',
      level: index < 12 ? '市级' : '区级',
      lead,
      assisting: assisting.split(','),
      leader,
      builder: BUILDERS[builder(source)] ?? '',
      content,
      total: Math.round((plan * (1.2 + source.unit() * 3)) / 1000) * 1000,
      plan,
      months: monthly(plan, startMonth ?? 1, completeMonth ?? 12),
      startMonth,
      completeMonth,
      longitude,
      latitude,
      mood: moodOf('project', index),
    };
  });
}

/** The plan spread over the months in which there is work: little at first, most of it in the middle. */
function monthly(plan: number, from: number, to: number): readonly number[] {
  const last = Math.max(from + 2, to) > 12 ? 12 : Math.max(from + 2, to);
  const weights = Array.from({ length: 12 }, (_, at) => {
    const month = at + 1;
    if (month < from || month > last) return month < from ? 0.12 : 0.2;
    return 0.7 + Math.min(month - from, last - month) * 0.12;
  });
  const whole = weights.reduce((sum, one) => sum + one, 0);
  const amounts = weights.map((one) => Math.round((plan * one) / whole));
  const rest = plan - amounts.reduce((sum, one) => sum + one, 0);
  return amounts.map((amount, at) => (at === 11 ? amount + rest : amount));
}
