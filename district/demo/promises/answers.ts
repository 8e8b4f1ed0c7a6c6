/** Who answers for what a report says: unit codes of the demo district and the sign-in name of the leader in charge. */
export interface Answers {
  readonly lead: string;
  readonly assisting: readonly string[];
  readonly leader: string;
}

/** What the words are about | leading unit | assisting units | leader; the first line that fits counts. */
const TABLE = `
12345|sjj|zhzx,xfj|vicemayor-5
网格事件|sjj|zhzx|vicemayor-5
一件事|sjj|rsj,mzj,scj|vicemayor-5
地区生产总值|fgj|tjj,kgj|mayor
工业增加值|kgj|tjj,fgj|vicemayor-2
固定资产投资|fgj|tjj,zjj|vicemayor-1
社会消费品|kgj|tjj,wlj|vicemayor-2
一般公共预算|czj|swb|vicemayor-1
城镇新增就业|rsj|kgj|vicemayor-4
PM2.5|hbj|jtj,zjj,csj|vicemayor-3
智造园|kgj|fgj,zrj|vicemayor-2
技术改造|kgj|czj|vicemayor-2
楼宇|kgj|swb,zjj,yundu,rongbu|vicemayor-2
走访企业|kgj|fgj,swb,scj|vicemayor-2
惠企资金|czj|kgj,sjj|vicemayor-1
四上|tjj|kgj,zjj,swb|vicemayor-1
攻城拔寨|fgj|zjj,zrj,jtj,czj|mayor
清江湾|fgj|zrj,zjj,xingpu|vicemayor-1
滨江东路|jtj|zrj,szs|vicemayor-3
第二人民医院|wjj|zjj,fgj|vicemayor-4
站前立交|jtj|szs,jjd|vicemayor-3
土地收储|zrj|czj,zjj|vicemayor-3
签约率|zjj|zrj,czj,baitang,heping|vicemayor-3
老旧小区|zjj|csj,mzj,yundu,luting,wangchao|vicemayor-3
内涝|swj|hcs,pss,wuan,guipu|vicemayor-3
口袋公园|yll|zrj,qinglu,chengtang|vicemayor-3
排水单元|swj|pss,zjj|vicemayor-3
散乱污|hbj|csj,scj,gushi,baitang,heping|vicemayor-3
停车|jtj|jjd,tcs,csj,qinglan|vicemayor-3
职业技能|rsj|jyj|vicemayor-4
学位|jyj|zjj,zrj|vicemayor-4
学校|jyj|zjj,zrj|vicemayor-4
家庭医生|wjj|jkzx,mzj|vicemayor-4
长者饭堂|mzj|wjj,yuedi,qinglu|vicemayor-4
烟感|yjj|xfd,mzj,gaj,yundu,rongbu|vicemayor-5
充电点|xfd|yjj,csj,gds|vicemayor-5
农贸市场|scj|csj|vicemayor-2
应诉|sfj|zfb|vicemayor-5`;

const lines = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [topic = '', lead = '', assisting = '', leader = ''] = line.split('|');
    return { topic, answers: { lead, assisting: assisting.split(',').filter((one) => one !== ''), leader } };
  });

/** @throws RangeError where the table knows nobody for the words */
export function answersFor(words: string): Answers {
  const line = lines.find(({ topic }) => words.includes(topic));
  if (line === undefined) throw new RangeError(`nobody answers for ${words}`);
  return line.answers;
}
