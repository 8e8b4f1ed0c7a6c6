import type { Words } from '../words.ts';

export type DemandKind = 'consultation' | 'suggestion' | 'request' | 'complaint' | 'report';

export interface DemandKindLimit {
  readonly kind: DemandKind;
  readonly name: Words;
  /** In working days of the calendar: the day after receipt is day 1, due at the close of the last. */
  readonly limit: string;
}

export const demandKinds: readonly DemandKindLimit[] = [
  { kind: 'consultation', name: { zh: '咨询', en: 'Consultation' }, limit: '3工作日' },
  { kind: 'suggestion', name: { zh: '建议', en: 'Suggestion' }, limit: '3工作日' },
  { kind: 'request', name: { zh: '求助', en: 'Request' }, limit: '5工作日' },
  { kind: 'complaint', name: { zh: '投诉', en: 'Complaint' }, limit: '10工作日' },
  { kind: 'report', name: { zh: '举报', en: 'Report' }, limit: '13工作日' },
];

export interface DemandItem {
  /** Two digits of class, two of item. */
  readonly code: string;
  readonly name: Words;
  /** The managed component or matter it is about, where there is one. */
  readonly matter?: string;
  /** The filing condition that usually applies; absent where there is no matter. */
  readonly condition?: string;
}

export interface DemandClass {
  readonly code: string;
  readonly name: Words;
  readonly items: readonly DemandItem[];
}

/** "0101 zh|en|condition" lines under a class. */
function demandClass(code: string, zh: string, en: string, items: string): DemandClass {
  return {
    code,
    name: { zh, en },
    items: items
      .trim()
      .split('\n')
      .map((line, i) => {
        const [itemZh = '', itemEn = '', condition] = line.trim().split('|');
        const item = { code: code + String(i + 1).padStart(2, '0'), name: { zh: itemZh, en: itemEn } };
        if (!condition) return item;
        const kind = condition < '06' ? 'component' : 'matter';
        return { ...item, matter: `${kind}:${condition.slice(0, 5)}`, condition };
      }),
  };
}

/** 诉求分类: the hotline's own tree. Items are only ever added at the end of a class, because their place is their code. */
export const demandClasses: readonly DemandClass[] = [
  demandClass(
    '01',
    '市容环卫',
    'City appearance and sanitation',
    `
    生活垃圾清运|Household waste collection|06010-1
    道路保洁|Road cleaning|06012-1
    垃圾桶满溢|Overflowing bins|06042-1
    占道经营|Trading on the road|09006-1
    无照游商|Unlicensed hawkers|09001-1
    店外经营|Trading outside shops|09005-1
    非法小广告|Illegal small ads|07001-1
    户外广告招牌|Outdoor signs|07003-1
    公共厕所管理|Public toilets|03001-1
    乱堆杂物|Piled belongings|06036-1
    焚烧垃圾树叶|Burning rubbish or leaves|06020-1`,
  ),
  demandClass(
    '02',
    '违法建设',
    'Illegal building',
    `
    正在搭建|Being built|06001-1
    已建成违建|Already built|06001-2
    擅自改变房屋结构|Unauthorised structural change
    占用公共空间|Common space occupied|06036-1
    违建查处进度|Progress of an enforcement case
    无证施工|Building without licence|08016-1`,
  ),
  demandClass(
    '03',
    '噪音扰民',
    'Noise',
    `
    夜间施工噪音|Construction at night|08001-1
    广场舞与音响噪音|Square dancing and loudspeakers|06028-1
    娱乐场所噪音|Bars and karaoke|06028-1
    邻里装修噪音|Neighbours' renovation
    交通噪音|Traffic noise
    工业设备噪音|Machinery noise
    犬吠扰民|Barking dogs`,
  ),
  demandClass(
    '04',
    '道路交通',
    'Roads and traffic',
    `
    道路破损|Broken road|06013-1
    井盖问题|Manhole covers|01002-2
    交通信号灯|Traffic signals|02014-1
    机动车乱停放|Disorderly parking|09009-1
    非机动车乱停放|Disorderly bicycles|09010-1
    共享单车|Shared bicycles|09011-1
    公交线路与班次|Bus routes and times
    停车收费|Parking charges
    路灯不亮|Street lamps out|01037-2
    出租与网约车服务|Taxis and ride hailing
    标志标线|Signs and markings|02010-1`,
  ),
  demandClass(
    '05',
    '供水供电供气排水',
    'Water, power, gas and drains',
    `
    停水|Water off
    水质水压|Water quality and pressure
    停电|Power off
    电力设施隐患|Dangerous power equipment|01048-1
    燃气泄漏|Gas leak|01057-1
    燃气安装与缴费|Gas connection and bills
    供水管爆裂|Burst water main
    内涝与排水不畅|Flooding and blocked drains|01004-2
    污水外溢|Overflowing sewage|06030-1
    区域供热供冷|District heating and cooling`,
  ),
  demandClass(
    '06',
    '物业管理',
    'Housing management',
    `
    物业服务质量|Quality of service
    物业收费|Charges
    电梯故障|Lift out of order|01076-1
    小区停车|Parking in estates
    业主委员会|Owners' committees
    维修资金|Repair funds
    小区消防通道|Fire lanes in estates|09012-1
    房屋渗漏|Leaking buildings`,
  ),
  demandClass(
    '07',
    '劳动社保',
    'Labour and social security',
    `
    拖欠工资|Unpaid wages
    社保缴纳|Social security payments
    工伤认定|Injury at work
    劳动合同纠纷|Labour contract disputes
    社保卡办理|Social security cards
    就业创业补贴|Employment subsidies
    养老金待遇|Pensions`,
  ),
  demandClass(
    '08',
    '教育',
    'Education',
    `
    入学政策|School admission
    校外培训退费|Refunds of tutoring fees
    校园周边秩序|Order around schools
    师德与教学管理|Teachers and teaching
    幼儿园管理|Kindergartens
    学校食堂与校车|School meals and buses
    课后服务|After-school care`,
  ),
  demandClass(
    '09',
    '医疗卫生',
    'Health',
    `
    就医服务|Service in hospitals
    医疗收费|Medical charges
    疫苗接种|Vaccination
    无证行医|Practising without licence
    医保报销|Medical insurance
    蚊虫鼠害|Mosquitoes and rats
    家庭医生|Family doctors`,
  ),
  demandClass(
    '10',
    '市场消费',
    'Markets and consumers',
    `
    预付卡退费|Prepaid cards
    商品质量|Quality of goods
    食品安全|Food safety
    价格收费|Prices
    网络购物|Online shopping
    无证餐饮|Unlicensed catering|09015-1
    虚假宣传|False advertising
    营业执照办理|Business licences
    农贸市场秩序|Order in markets|09020-1`,
  ),
  demandClass(
    '11',
    '环境保护',
    'Environment',
    `
    餐饮油烟|Kitchen fumes|06027-1
    工地扬尘|Site dust|08004-1
    河涌污染|Polluted creeks|06026-1
    工业废气|Industrial fumes
    乱排污水|Waste water let out|06030-1
    水面垃圾|Rubbish on the water|06025-1
    基站辐射咨询|Radio masts`,
  ),
  demandClass(
    '12',
    '住房保障',
    'Housing',
    `
    公租房申请|Public rental housing
    租赁补贴|Rent allowances
    老旧小区改造|Renewal of old estates
    不动产登记|Property registration
    商品房交付|Handover of new homes
    房屋租赁纠纷|Tenancy disputes
    旧楼加装电梯|Lifts for old buildings
    住房公积金|Housing fund`,
  ),
  demandClass(
    '13',
    '民政救助',
    'Welfare',
    `
    最低生活保障|Minimum living allowance
    养老服务|Care for the elderly
    残疾人补贴|Disability allowances
    流浪乞讨救助|People in need on the street|09003-1
    婚姻登记|Marriage registration
    殡葬服务|Funerals
    临时救助|Emergency relief`,
  ),
  demandClass(
    '14',
    '安全隐患',
    'Hazards',
    `
    消防隐患|Fire hazards
    电动自行车违规充电|Charging of electric bicycles
    高空抛物坠物|Falling objects
    树木倒伏|Fallen trees|04002-1
    危险房屋|Dangerous buildings
    烟花爆竹|Fireworks
    边坡与挡土墙|Slopes and retaining walls|06048-1
    线缆脱落低垂|Hanging cables|10002-1
    路面塌陷|Collapsed road|06013-2`,
  ),
  demandClass(
    '15',
    '政务服务与其他',
    'Public services and others',
    `
    办事指南|How to apply
    窗口服务态度|Service at counters
    户籍与证件|Household registration and papers
    城市规划建议|Suggestions for the city
    感谢表扬|Thanks
    其他|Others`,
  ),
];

export const demandItems: readonly DemandItem[] = demandClasses.flatMap(({ items }) => items);
