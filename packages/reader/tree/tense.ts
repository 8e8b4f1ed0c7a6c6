import { periodsIn } from './period.ts';

const done =
  /同比|连续\d|(?:获评|荣获|获得|入选|获批|被评为|被授予|被确定|被列为)|(?:圆满|顺利|成功|超额|全面|如期)(?:完成|举办|召开|实现|通过|创建)|取得(?:了)?[^。，]{0,8}(?:成效|进展|突破|成绩|进步|成果)|(?:建成|投入|正式)(?:投用|运营|使用|运行|开通)|累计|得到(?:有效|明显|进一步|显著)|(?:稳步|持续|不断|显著|明显|大幅|有效|进一步|稳中)(?:提升|提高|增强|改善|优化|加强|好转|向好|增长|下降|巩固)[，。；,;]|去年|一年来|五年来|过去|截至|了[^解。]/g;
const ahead =
  /力争|确保|年内|年底前|计划|(?:将|要|必须|需要?)(?:坚持|继续|进一步|加快|大力|着力|全面|深入|以|把|始终|更加)|努力|争取|[，。；](?:加快|推进|推动|完善|加强|深化|强化|健全|优化|实施|打造|建设|支持|鼓励|引导|探索|开展|落实|加大|抓好|做好|提升|培育|构建|促进|积极|大力|继续|着力|深入|全面|坚持|严格|统筹|持续|扎实)/g;

/** What comes with a bound, or in the year now beginning, has not come yet. */
const bound =
  /今年(?!以来|上半年|一季度|前)[^，。；]{0,4}(?:再|将|要|拟|计划|新增)|明年|不低于|不少于|控制在|\d[^，。；]{0,8}以内|拟(?=新|建|投|开|办)/g;
/** 在去年收储1360亩的基础上, 比上年: a past that only measures what is said of now. */
const measure = /在[^，。；]{1,40}基础上|[比较][^，。；]{0,2}(?:去年|上年)/g;

/** Below 0 the words tell what was done, above 0 what is to be done. */
export function tenseOf(text: string, year: number | undefined): number {
  const sample = (text.length > 4000 ? text.slice(0, 4000) : text).replace(measure, '');
  const before = 2 * (sample.match(done)?.length ?? 0);
  const after = (sample.match(ahead)?.length ?? 0) + (sample.match(bound)?.length ?? 0);
  let named = 0;
  if (year !== undefined) for (const one of periodsIn(sample).years) named += one < year ? -2 : one === year ? 1 : 0;
  return (after - before + named) / (after + before + Math.abs(named) + 1);
}
