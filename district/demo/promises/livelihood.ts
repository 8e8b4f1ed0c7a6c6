import type { PlaceKind } from '../area/index.ts';
import { type Mood, moodOf } from './pace.ts';

/** Something put before the congress for the year's list. Money in 万元. */
export interface DemoCandidate {
  readonly title: string;
  readonly domain: string;
  readonly content: string;
  readonly budget: number;
  readonly lead: string;
  readonly assisting: readonly string[];
  readonly leader: string;
  readonly source: 'opinions' | 'calls' | 'deputy' | 'unit' | 'government';
  /** Sites promised, of what kind of places, and what is done there. */
  readonly sites: number;
  readonly places: readonly PlaceKind[];
  readonly work: string;
  /** Of 201 deputies. */
  readonly approve: number;
  readonly oppose: number;
  /** All of it done well before the year ends. */
  readonly early: boolean;
  readonly mood: Mood;
  readonly telephone: string;
}

/** Deputies of the congress, and of the ballot. */
export const BALLOT = { members: 208, present: 203, issued: 203, returned: 202, valid: 201, void: 1 } as const;

/** title | domain | content | budget | lead | assisting | leader | source | sites | places | work | approve | oppose | early */
const TABLE = `
改造提升老旧小区，加装电梯|住房与老旧小区|改造提升老旧小区36个，既有住宅加装电梯220台，同步更新雨污管网、照明和无障碍通道。|31800|zjj|csj,mzj|vicemayor-3|opinions|36|estate|楼道修缮、雨污分流、加装电梯|196|2|
整治易涝点，改造排水管网|公共安全|整治易涝点12处，新建改造排水管网58公里，汛期前完成主体工程。|26400|swj|pss,hcs|vicemayor-3|calls|12|estate,market,station|新建雨水口和管网，增设强排设施|198|1|early
新增公共停车泊位和充电桩|交通出行|新增公共停车泊位2500个，新建公共充电桩800个，优先安排医院、学校和老旧小区周边。|9600|jtj|tcs,gds|vicemayor-3|calls|20|hospital,school,mall|新增停车泊位，配建充电桩|193|4|
新增公办义务教育学位|教育|新建改扩建学校6所，新增公办义务教育学位4000个，秋季学期投入使用。|42500|jyj|zjj|vicemayor-4|opinions|6|school|教学楼建设与设备安装|199|0|early
新增长者饭堂，完成家庭适老化改造|养老托幼|新增长者饭堂12家，完成适老化改造家庭600户。|3200|mzj|wjj|vicemayor-4|opinions|12|estate,plaza|场地改造、后厨设备、适老设施|197|1|early
建设口袋公园和绿道|环境与绿化|建设口袋公园15个，新建改造绿道26公里，就近增加健身和儿童游乐设施。|5400|yll|wlj|vicemayor-3|opinions|15|park|绿化种植、园路铺装、健身设施|188|6|
免费安装独立式烟感报警器|公共安全|为1.5万户老年人家庭和出租屋免费安装独立式烟感报警器。|900|yjj|xfd,mzj|vicemayor-5|deputy|14|estate|逐户安装并接入社区平台|190|3|
开展职业技能培训，帮扶困难人员就业|就业社保|开展职业技能培训1.2万人次，帮扶就业困难人员就业2800人。|2600|rsj|jyj|vicemayor-4|unit|10|plaza,workshops|培训点设置、课程与岗位对接|176|9|
扩大家庭医生签约和老年人体检|医疗健康|新增家庭医生签约居民3万人，开展65岁以上老年人免费体检5.2万人次。|3100|wjj|mzj|vicemayor-4|unit|14|hospital|签约服务点和体检专场|185|5|
改造农贸市场，建设食品快检室|便民服务|改造农贸市场8个，建设食品快检室20个。|4200|scj|csj|vicemayor-2|calls|8|market|摊位、排水和快检室改造|194|2|
建设社区托育点|养老托幼|建设社区嵌入式托育点10处，新增托位400个。|2800|wjj|jyj|vicemayor-4|deputy|10|kindergarten|场地改造|142|21|
建设夜间经济便民街区|便民服务|打造夜间便民消费街区3条，配套公厕和照明。|3600|kgj|csj|vicemayor-2|government|3|mall|街区改造|87|63|
建设社区文化小剧场|文化体育|在文化广场和社区建设小剧场6处。|2100|wlj|zjj|vicemayor-4|opinions|6|plaza|剧场改造|103|48|`;

export const demoCandidates: readonly DemoCandidate[] = TABLE.trim()
  .split('\n')
  .map((row, index) => {
    const [title = '', domain = '', content = '', budget, lead = '', assisting = '', leader = '', source, ...rest] =
      row.split('|');
    const [sites, places = '', work = '', approve, oppose, early] = rest;
    return {
      title,
      domain,
      content,
      budget: Number(budget),
      lead,
      assisting: assisting.split(','),
      leader,
      source: source as DemoCandidate['source'],
      sites: Number(sites),
      places: places.split(',') as PlaceKind[],
      work,
      approve: Number(approve),
      oppose: Number(oppose),
      early: early === 'early',
      mood: early === 'early' ? 'ahead' : moodOf('livelihood', index),
      telephone: `020-0000${String(1101 + index)}`,
    };
  });

/** What was proposed and left out, with the reason that whoever proposed it is told. */
export const leftOut = [
  {
    title: '在每条街道建设图书馆',
    domain: '文化体育',
    content: '在14个街镇各建一座独立图书馆。',
    reason: '选址和编制条件不具备，先由区文化馆图书馆新馆统筹服务点。',
  },
  {
    title: '延长地铁末班车时间',
    domain: '交通出行',
    content: '周末将地铁末班车延长至次日凌晨一时。',
    reason: '不属区级事权，已转市有关部门研究。',
  },
  {
    title: '为全体市民发放消费券',
    domain: '便民服务',
    content: '每人每季度发放消费券200元。',
    reason: '财力暂不具备，且不符合民生实事当年完成、可以核验的要求。',
  },
] as const;

/** title | words | 民生领域 | channel | what became of it: a 采纳, m 并入, or the reason why not | which candidate (from 1) */
const OPINIONS = `
希望给我们楼装电梯|住在七楼的老人多，下楼一次要半小时，希望统一加装电梯。|housing|web|a|1
小区下水道年年堵|一下雨一楼就返水，希望旧改时把排污管一起换了。|housing|phone|m|1
楼道灯坏了没人管|老小区没有物业，楼道照明和扶手都该修。|housing|meeting|m|1
外墙脱落不安全|小区外墙瓷砖掉落，砸坏过两辆车。|housing|phone|m|1
门口一到暴雨就淹|市场门口每次大雨都积水到小腿，车都开不动。|safety|web|a|2
桥底常年积水|桥底泵房抽不及，学生上学要绕路。|safety|cluster|m|2
下雨天公交站变水塘|站台前积水，希望把雨水口清一清、扩一扩。|transport|web|m|2
医院周围没地方停车|看一次病找车位要四十分钟。|transport|phone|a|3
夜里没有地方充电|小区充电桩太少，要排到半夜。|transport|web|m|3
学校门口接送没车位|放学时整条路堵死，建议借用旁边空地。|transport|deputy|m|3
电动自行车没处充|楼里飞线充电，太危险了。|safety|cluster|m|3
片区缺公办小学|新楼盘入住三千户，附近没有公办小学。|education|web|a|4
初中学位紧张|孩子明年上初中，听说要摇号到别的街道。|education|letter|m|4
幼儿园到小学接不上|希望扩建现有学校。|education|meeting|m|4
老人吃饭难|我父母八十多岁，做饭不方便，想有个饭堂。|eldercare|web|a|5
卫生间想装扶手|家里老人摔过两次，希望有适老化补贴。|eldercare|phone|m|5
饭堂太远|最近的长者饭堂要走二十分钟。|eldercare|web|m|5
街角空地长满草|能不能改成小公园，有张椅子坐坐也好。|environment|web|a|6
绿道断了一截|江边绿道到桥下就断了。|environment|web|m|6
孩子没地方玩|附近没有一个带滑梯的公园。|environment|deputy|m|6
出租屋装报警器|上个月隔壁着火，没人发现。|safety|deputy|a|7
独居老人家里不放心|希望给独居老人装烟感。|safety|phone|m|7
想学一门手艺|四十多岁下岗，想学电工。|employment|web|a|8
宝妈想就近就业|希望有家门口的培训和岗位。|employment|web|m|8
家庭医生签了找不到人|签约后没有联系过。|health|phone|a|9
老人体检要排两个月|希望多开几场专场。|health|web|m|9
菜市场又脏又滑|地面湿滑，老人常摔。|convenience|phone|a|10
想知道菜有没有农残|希望市场里能当场检测。|convenience|web|m|10
市场排水臭|摊位下的水沟臭得受不了。|convenience|cluster|m|10
缺托育点|双职工家庭孩子没人带。|eldercare|web|a|11
想看戏要跑市里|社区能不能有个小剧场。|culture|web|a|13
地铁末班太早|希望周末延长到一点。|transport|web|scope|
外地车限行太严|希望取消限行。|transport|phone|scope|
发消费券|每人发两百。|other|web|funds|
免费早餐|希望中小学生免费早餐。|education|web|funds|
禁止广场舞|希望全面禁止。|culture|phone|law|
房价降一降|房价太高。|housing|web|unclear|
路灯改造|我们路上的灯去年说要换。|convenience|phone|already|
图书馆太远|希望每条街都有图书馆。|culture|web|funds|
公交加密|高峰期等车二十分钟。|transport|member|already|
加强宣传|建议加强宣传。|other|letter|unclear|`;

export interface DemoOpinion {
  readonly title: string;
  readonly words: string;
  readonly domain: string;
  readonly channel: string;
  readonly outcome: 'adopt' | 'merge' | 'decline';
  /** Why it was not adopted. */
  readonly cause: string | null;
  /** Which candidate it led to, from 0. */
  readonly candidate: number | null;
}

export const demoOpinions: readonly DemoOpinion[] = OPINIONS.trim()
  .split('\n')
  .map((row) => {
    const [title = '', words = '', domain = '', channel = '', became = '', candidate = ''] = row.split('|');
    const outcome = became === 'a' ? 'adopt' : became === 'm' ? 'merge' : 'decline';
    return {
      title,
      words,
      domain,
      channel,
      outcome,
      cause: outcome === 'decline' ? became : null,
      candidate: candidate === '' ? null : Number(candidate) - 1,
    };
  });
