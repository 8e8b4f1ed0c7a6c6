import type { Ground } from '../report.ts';

/** Words that belong to the work of a local government, by the matter they name: what a cutting of a report is full of. */
const matters: readonly RegExp[] = [
  /全[区县市省镇州旗乡]|我[区县市省镇州旗]/,
  /[区县市省镇州旗]委|人民政府|区政府|县政府|市政府/,
  /地区生产总值|生产总值|GDP/,
  /公共(?:财政)?预算(?:收入|支出)|财政(?:总)?收入/,
  /固定资产投资|工业投资|社会消费品|限上|规上|规模以上|规模工业/,
  /招商|引资|到位资金|亿元以上项目|重点项目|开工率|标准厂房|亩均|园区/,
  /可支配收入|农民人均|纯收入|城镇新增就业|登记失业率|低保|脱贫|减贫|养老床位|托位|学位/,
  /棚户区|老旧小区|安置房|危房|农村公路|村组道路|背街小巷|雨污分流|污水管网|停车(?:泊)?位|供热管网/,
  /黑臭水体|断面|PM2\.5|优良天数|能耗|森林覆盖率|造林|污染防治/,
  /高新技术企业|科技型(?:中小)?企业|专精特新|研发经费|发明专利/,
  /[“"]?十[一二三四五六]五[”"]?|新型城镇化|乡村振兴|新农村|高标准农田|合作社/,
  /人民代表大会|人大代表|政协委员|人大会议|政府工作报告/,
  /民生实事|为民办实事|办好[^，。]{0,10}实事|民心工程/,
  /营商环境|政务服务|放管服|审批时限|行政审批|一般性支出|三公/,
];
/** Clauses that begin with a deed and count it. */
const deeds =
  /(?:^|[，。；、：）])(?:[^，。；]{0,8}(?:底前|前|季度|半年))?(?:全年|年内|再|要|力争|确保|计划)?(?:新增|新建|新改扩建|改扩建|新改建|改造|改建|完成|建成|实施|引进|培育|硬化|发展|签约|新开工|开工|启动|整治|建设|扶持|解决|创建|压减|竣工|新认定|打造|推进|办好|扩大|盘活|实现)[^，。；]{0,24}?\d/g;
const bounds =
  /(?:不低于|不少于|不高于|不超过|控制在|力争|确保|达到|提高到|增长|下降)[^，。；]{0,10}\d|\d[^，。；]{0,8}(?:以上|以内|左右)/g;
const narration =
  /第[\d一二三四五六七八九十百千]{1,5}[章回]|[他她](?:们)?(?:说|看|想|笑|也|不|又|却|才|便)|看[到着][他她]|说道|心想|心里|忍不住|点了?点头|笑着|喘(?:吁吁|着)|缓过来|奋笔疾书/g;
const press =
  /(?:新华社|中新网|中新社|央视网|人民网|路透社|中央社|综合报道)[^。]{0,30}(?:电|讯|报道|消息)|本报[^。]{0,8}(?:电|讯)/;
const longest = 8000;

/** What a cutting says of itself: whether it tells of a government's work, and the grounds for and against. */
export interface Cutting {
  readonly isReport: boolean;
  readonly isTold: boolean;
  readonly score: number;
  readonly grounds: readonly Ground[];
}

/** Judges a text that lacks title, address and most of its sections by its matters and by how it counts what is done. */
export function cuttingOf(texts: readonly string[]): Cutting {
  let text = '';
  for (const one of texts) if (text.length < longest) text += `${one.slice(0, longest)}\n`;
  const named = matters.filter((matter) => matter.test(text)).length;
  const counted = (text.match(deeds)?.length ?? 0) + (text.match(bounds)?.length ?? 0);
  const told = text.match(narration)?.length ?? 0;
  const news = press.exec(text)?.[0];
  const isOfGovernment = /人民代表大会|政府工作报告|人大|实事|[区县市]长|各位代表|[区县市]政府/.test(text);
  const isTold = told >= 3 && told * 600 > text.length;
  const isForeign = news !== undefined && !isOfGovernment;
  const isDense = named >= 2 && named + counted >= 7 && counted * 220 > text.length;
  const isSpoken = /各位代表/.test(text) && named >= 4 && counted >= 2;
  const isReport = !isTold && !isForeign && (isDense || isSpoken);
  const score = Math.round(Math.min(0.8, 0.4 + 0.03 * named + 0.01 * Math.min(counted, 10)) * 100) / 100;
  return {
    isReport,
    isTold,
    score,
    grounds: [
      ...(isTold ? [{ code: 'narrative', speaksFor: false }] : []),
      ...(isForeign ? [{ code: 'newsArticle', speaksFor: false, seen: news.slice(0, 30) }] : []),
      ...(isReport ? [{ code: 'excerpt', speaksFor: true }] : []),
    ],
  };
}
