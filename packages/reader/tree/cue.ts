import type { SectionRole } from '../report.ts';
import { periodsIn } from './period.ts';

/** What a sentence at the head of a paragraph announces. */
export type Cue = 'address' | 'past' | 'problems' | 'thanks' | 'requirements' | 'longPlan' | 'plan' | 'closing';

const address =
  /^各位(?:代表|委员)[^。]{0,8}[：:]?$|(?:代表|受)[^。]{0,16}(?:人民政府|政府|委托)[^。]{0,24}报告[^。]{0,10}(?:工作|请)|报告[^。]{0,24}请予?审议/;
const problem =
  /(?:清醒|深刻|深切|充分|高度|必须|应当|应该|也要|我们也|我们还|仍然|还)[^。]{0,12}(?:认识到|看到|意识到|正视|存在|面临)[^。]{0,50}(?:问题|困难|不足|挑战|差距|短板|弱项|制约|矛盾|压力)/;
const problemStart =
  /^(?:(?:与此)?同时|但是?|当然|在(?:充分)?(?:肯定|看到)[^。]{0,20}|[^。，]{0,16}成绩[^。，]{0,8}的同时)[，,]?[^。]{0,10}(?:清醒|看到|认识|正视|面临|存在)|^(?:我们)?(?:也|还)(?:清醒|深刻)|^我们清醒地?(?:看到|认识)|^(?:当前|目前)?[^。，]{0,10}(?:存在|面临)的?(?:主要|突出)?(?:困难|问题|不足)/;
const thanks =
  /成(?:绩|就)(?:的取得)?[^。]{0,20}(?:来之不易|得益于|归功于|根本在于|是[^。]{0,60}(?:结果|指引))|(?:是|在于)[^。]{0,30}(?:正确领导|坚强领导|科学指引|大力支持|共同努力|团结奋斗)[^。]{0,20}的结果|(?:表示|致以|道一声)[^。]{0,30}(?:感谢|敬意|谢意|问候)|(?:衷心|诚挚|崇高)的?(?:感谢|敬意)/;
const requirement =
  /(?:总体(?:要求|思路)|指导思想|工作思路|基本(?:思路|要求))(?:是|为|：|:)|(?:政府)?工作[^。，]{0,6}[，,]?(?:必须|要|将)?(?:高举|坚持以|以)[^。]{0,20}(?:思想|理论|旗帜|精神)[^。]{0,6}(?:为指导|伟大旗帜)/;
const target =
  /(?:预期|主要|奋斗|发展|工作)(?:预期|奋斗)?目标(?:是|为|建议|：|:|[^。，]{0,8}[：:])|目标(?:建议)?(?:是|为)[：:]/;
const work =
  /(?:做好|完成|抓好)[^。，]{0,6}(?:今年|新的?一年)[^。，]{0,10}工作|(?:今年|新的?一年|全年|^20\d\d年)[^。]{0,12}(?:重点|着力|主要|突出|切实)?(?:做好|抓好|抓实|推进|实施|安排)[^。]{0,16}(?:工作|任务|方面|事)/;
const opensYear =
  /(?:今年|20\d\d年)[^。，]{0,4}是[^。]{0,60}(?:之年|年|期)|^新的?一年[，,]|^今年[^。，以上]{0,6}(?:将|要)/;
/** 2013年，五莲县计划…; 今年，一般性支出再压减…: the year, then what is to come in it. */
const yearAhead =
  /^(?:今年|20\d\d年)[，,]?(?!以来)[^。；]{0,24}(?:计划|将|力争|拟|继续|(?<=[，,])要|年内)|^今年[，,][^。；]{0,24}(?:再(?![次度])|坚决|要|确保)/;
const call = /让我们(?!的)|谢谢(?:大家|各位)|(?:不懈|努力|接续|团结|共同)奋斗[！!。]?$/;
const vow =
  /使命(?:光荣|在肩|如磐)|任务(?:艰巨|繁重)|责任(?:重大|如山)|重任在肩|蓝图(?:已经|已)?(?:绘就|绘成)|号角(?:已经)?吹响|扬帆|风雨无阻|逐梦/;
const opensPlan = /^[“"]?十.五[”"]?(?:规划)?(?:时期|期间)?(?:是|，)|五年规划[^。]{0,60}草案|^(?:力争)?到20\d\d年/;
const pastYear =
  /^(?:各位代表[！，,!：:])?(?:过去|刚刚过去)|^(?:各位代表[！，,!：:])?(?:去年|[一二两三四五]年来|回顾)|^20\d\d年[，,](?:是|在|面对|我们)/;

/** Long sentences say what they are at their head and at their end. */
function sampleOf(sentence: string): string {
  return sentence.length > 900 ? sentence.slice(0, 600) + sentence.slice(-300) : sentence;
}

/** The cue of one sentence; `opens` says that it opens its paragraph, `year` is the year whose work is planned. */
export function cueOf(said: string, opens: boolean, year: number | undefined): Cue | undefined {
  const sentence = sampleOf(said.replace(/^各位代表[，！：]\s*(?=.)/, ''));
  if (thanks.test(sentence)) return 'thanks';
  if (address.test(sentence)) return 'address';
  if (problem.test(sentence) || (opens && problemStart.test(sentence))) return 'problems';
  if (call.test(sentence)) return 'closing';
  const long = isLong(sentence, year);
  if (target.test(sentence)) return long ? 'longPlan' : isBehind(sentence, year) ? undefined : 'plan';
  if (requirement.test(sentence)) return 'requirements';
  if (work.test(sentence) && !/今年以来/.test(sentence) && !isBehind(sentence, year)) return 'plan';
  if (long && opensPlan.test(sentence)) return 'longPlan';
  if (yearAhead.test(sentence) && !isBehind(sentence, year) && !/已|同比|了/.test(sentence.slice(0, 60))) return 'plan';
  if (!opens) return undefined;
  if (opensYear.test(sentence) && !isBehind(sentence, year) && !/今年以来|过去/.test(sentence)) return 'plan';
  if (long && /目标|任务|要求|思路|时期(?:是|，|,)/.test(sentence)) return 'longPlan';
  if (pastYear.test(sentence)) return 'past';
  return vow.test(sentence) ? 'closing' : undefined;
}

/** The report gives thanks in so many words; its paragraph ends there. */
export function givesThanks(sentence: string): boolean {
  return /(?:感谢|敬意|谢意|问候)[！!。]?$/.test(sentence.trimEnd());
}

/** The words that close the problems: they will be dealt with. */
export function closesProblems(sentence: string): boolean {
  return /(?:对此|对(?:于)?(?:上述|这些|以上|此类)|我们(?:将|要|一定|必须|决心)|今后)[^。]{0,80}(?:解决|改进|克服|化解|应对|改正|努力|期望|重托|期待|担当)/.test(
    sentence,
  );
}

/** The words that open the problems, wherever they stand. */
export function opensProblems(sentence: string): boolean {
  return problemStart.test(sentence.replace(/^各位代表[，！：]\s*/, ''));
}

/** Speaks of the years after the year planned. */
export function isLong(sentence: string, year: number | undefined): boolean {
  if (/今后(?:三|四|五|几|一个时期)|未来(?:三|四|五|几)年/.test(sentence)) return true;
  if (year === undefined || /今年|上述/.test(sentence)) return false;
  const { years, plans } = periodsIn(sentence.slice(0, 60));
  if (years.includes(year)) return false;
  if (/到20\d\d年/.test(sentence) && years.some((one) => one > year + 1)) return true;
  return (
    plans.some(([first, last]) => first >= year && last > year) ||
    (plans.some(([, last]) => last > year) && !/开局|以来|精神/.test(sentence))
  );
}

/** Names years, all of them over. */
function isBehind(sentence: string, year: number | undefined): boolean {
  const { years } = periodsIn(sentence.slice(0, 40));
  return year !== undefined && years.length > 0 && years.every((one) => one < year);
}

/** The role that a cue gives to its own sentences. */
export const cueRole: Readonly<Record<Cue, SectionRole>> = {
  address: 'front',
  past: 'retrospective',
  problems: 'problems',
  thanks: 'closing',
  requirements: 'requirements',
  longPlan: 'longPlan',
  plan: 'plan',
  closing: 'closing',
};
