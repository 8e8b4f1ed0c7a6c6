/** How far a proposal of deputies or members has come. */
export type ProposalStage =
  | 'received'
  | 'entrusted'
  | 'contacted'
  | 'extended'
  | 'replied'
  | 'concluded'
  | 'tracking'
  | 'again'
  | 'settled';

export interface DemoProposal {
  readonly title: string;
  readonly words: string;
  readonly kind: 'suggestion' | 'proposal' | 'motion';
  readonly lead: string;
  readonly assisting: string | null;
  readonly stage: ProposalStage;
  readonly result: 'a' | 'b' | 'c' | 'd';
}

/** title | words | kind | lead | assisting | stage | result */
const TABLE = `
关于加快老旧小区加装电梯的建议|简化审批，建立统一的协商和资金分担办法。|suggestion|zjj|zrj|concluded|a
关于完善医院周边交通组织的建议|增设临时落客区，优化信号灯配时。|suggestion|jjd|jtj|concluded|a
关于增加公办幼儿园学位的提案|在新建住宅区同步配建公办幼儿园。|proposal|jyj|zrj|concluded|b
关于整治河涌返黑返臭的建议|排查雨污混接，公布整治清单。|suggestion|swj|hbj|concluded|a
关于规范电动自行车充电的提案|集中建设充电设施，整治飞线充电。|proposal|xfd|csj|concluded|a
关于提升农贸市场环境的建议|分批改造，设置食品快检室。|suggestion|scj|csj|concluded|a
关于发展楼宇经济的提案|一楼一策，盘活闲置楼宇。|proposal|kgj||concluded|b
关于支持长者饭堂可持续运营的建议|给予场地和运营补贴。|suggestion|mzj||concluded|a
关于加强网约房治安管理的提案|登记备案，落实平台责任。|proposal|gaj||concluded|b
关于建设社区健身设施的建议|利用边角地建设小型运动场。|suggestion|wlj|yll|concluded|a
关于保护云渡老街历史建筑的提案|编制保护规划，引入社会力量。|proposal|zjj|wlj|tracking|b
关于打通断头路的建议|优先打通三条支路。|suggestion|jtj|zrj|tracking|b
关于建设区级职业教育园区的提案|整合现有学校资源。|proposal|jyj|rsj|tracking|c
关于完善绿道连接的建议|补齐断点，增设驿站。|suggestion|yll|swj|tracking|b
关于改善月堤片区公交接驳的建议|开行短线接驳巴士。|suggestion|jtj|gjs|settled|b
关于加强校园周边食品安全的提案|建立巡查台账。|proposal|scj|jyj|settled|a
关于优化政务服务大厅周末服务的建议|高频事项周末可办。|suggestion|sjj||again|b
关于治理夜间施工噪声的提案|统一施工许可公示。|proposal|zjj|csj|replied|a
关于推进家庭医生签约提质的建议|明确服务清单。|suggestion|wjj||replied|b
关于加快梧岸片区排涝的议案|重建雨水泵站。|motion|swj|pss|replied|a
关于建设托育服务网络的建议|社区嵌入式托育。|suggestion|wjj|jyj|contacted|b
关于支持中小企业数字化改造的提案|设立专项资金。|proposal|kgj|czj|contacted|b
关于设立困难群众法律援助点的建议|在街镇全覆盖。|suggestion|sfj||extended|b
关于完善共享单车停放管理的提案|划定停放区。|proposal|csj|jtj|entrusted|b
关于推进既有建筑光伏改造的建议|公共建筑先行。|suggestion|fgj||received|c`;

export const demoProposals: readonly DemoProposal[] = TABLE.trim()
  .split('\n')
  .map((row) => {
    const [title = '', words = '', kind, lead = '', assisting = '', stage, result] = row.split('|');
    return {
      title,
      words,
      kind: kind as DemoProposal['kind'],
      lead,
      assisting: assisting === '' ? null : assisting,
      stage: stage as ProposalStage,
      result: result as DemoProposal['result'],
    };
  });

/** Something minutes of a meeting or a leader's word asks for. */
export interface DemoItem {
  readonly title: string;
  readonly words: string;
  readonly source: 'minutes' | 'instruction' | 'document';
  readonly issuer: string | null;
  readonly lead: string;
  /** Days before today on which it was given. */
  readonly ago: number;
  /** How far it has come. */
  readonly stage: 'writtenOff' | 'checking' | 'underway' | 'signed' | 'again';
}

/** title | words | source | by whom | lead | days ago | stage */
const ITEMS = `
第3次常务会议：梳理闲置公有物业清单|一个月内摸清底数，提出盘活意见。|minutes||czj|250|writtenOff
第6次常务会议：制定防汛应急演练方案|汛前组织一次全区演练。|minutes||yjj|205|writtenOff
第9次常务会议：清理重复填报报表|合并同类报表，减少基层填报。|minutes||zfb|150|writtenOff
关于站前片区交通拥堵的批示|请交警、交通会同研究缓堵措施。|instruction|区长|jjd|120|again
第12次常务会议：推进产业用地标准地出让|年内完成3宗。|minutes||zrj|95|underway
专题会议：加快滨江东路北延线管线迁改|协调供电、通信单位限期迁改。|minutes||jtj|70|checking
关于暑期溺水防范的批示|落实重点水域巡查值守。|instruction|分管副区长|yjj|60|writtenOff
第15次常务会议：兑现惠企资金|逾期未兑现的逐笔说明。|minutes||czj|35|underway
关于农贸市场消防隐患的批示|一周内完成排查。|instruction|区长|scj|9|signed`;

export const demoItems: readonly DemoItem[] = ITEMS.trim()
  .split('\n')
  .map((row) => {
    const [title = '', words = '', source, issuer = '', lead = '', ago, stage] = row.split('|');
    return {
      title,
      words,
      source: source as DemoItem['source'],
      issuer: issuer === '' ? null : issuer,
      lead,
      ago: Number(ago),
      stage: stage as DemoItem['stage'],
    };
  });
