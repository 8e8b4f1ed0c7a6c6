import type { SectionRole } from '../report.ts';
import { periodsIn } from './period.ts';

const glossary =
  /名词(?:解释|注释|说明|术语|释义)|(?:词语|用语|术语|词汇|名词|概念|内容)(?:的)?(?:解释|注释|说明|释义)|^(?:注释|注解|释义|缩略语)/;
const completion =
  /(?:完成|落实|办理|进展|实施|执行|推进|办结)(?:情况|结果)|完成表|(?:实事|项目|任务|工程)(?:全部|圆满|基本)完成/;
const items = /实事|民心工程|民生(?:微)?(?:工程|项目|事项)|惠民(?:工程|项目)|幸福工程/;

const past =
  /回顾|总结|取得的?(?:主要|显著)?成[绩就效]|工作情况|执行情况|完成情况|过去(?:的)?(?:一|二|两|三|四|五|几)年|去年|上一?年度?|[一二两三四五]年来|今年以来|本届政府(?:任期|工作|履职)|走过的/;
const problem =
  /(?:存在|面临|遇到)的?(?:主要|突出)?(?:困难|问题|不足|挑战|短板)|(?:困难|问题|不足|短板|差距)(?:和|与|及|以及|、)(?:挑战|不足|问题|困难|差距|短板)|^(?:主要)?(?:困难|问题|不足)$/;
const requirement =
  /总体(?:要求|思路)|指导思想|基本(?:原则|思路)|形势(?:分析|判断|与|和)|面临的?(?:发展)?(?:形势|环境|机遇)|发展(?:形势|环境)/;
const long =
  /今后(?:的)?(?:三|四|五|几|一个时期)|未来(?:的)?(?:三|四|五|几|一个时期)|远景|中长期|下一?届政府|新一届政府/;
const plan =
  /安排|打算|部署|重点(?:工作|任务)|主要(?:工作|任务|目标|举措)|目标任务|预期目标|奋斗目标|工作(?:重点|目标|任务|思路|建议|举措|计划|要点)|今年|新的?一年|下一?(?:步|阶段)|本年度/;

/** What a heading says its section is for, `year` being the year whose work is planned; undefined where the words leave it open. */
export function titleRole(title: string, year: number | undefined): SectionRole | undefined {
  if (problem.test(title) && !/回顾|总结/.test(title)) return 'problems';
  if (/回顾|总结/.test(title)) return 'retrospective';
  const { years, plans } = periodsIn(title);
  const isSpan = /五[”"’]?(?:时期|期间|规划|发展|的|主要|总体|目标|经济|及|和)|五年规划/.test(title);
  const ahead = year === undefined || !isSpan ? [] : plans.filter(([, last]) => last > year);
  const behind = year === undefined ? [] : plans.filter(([, last]) => last < year);
  const isOfYear = year !== undefined && years.includes(year);
  if (isOfYear || /今年(?!以来|上半年)|新的?一年/.test(title)) {
    return past.test(title) && !plan.test(title.replace(/今年以来/, '')) ? 'retrospective' : 'plan';
  }
  if (long.test(title)) return 'longPlan';
  if (past.test(title)) return 'retrospective';
  if (year !== undefined && years.length > 0 && years.every((one) => one < year)) return 'retrospective';
  if (ahead.length > 0) return 'longPlan';
  if (behind.length > 0 && !plan.test(title)) return 'retrospective';
  if (year !== undefined && years.length > 0 && years.every((one) => one > year)) return 'longPlan';
  if (requirement.test(title)) return 'requirements';
  return plan.test(title) ? 'plan' : undefined;
}

/** What the title of an appendix, or of a text that is one list, says it holds. */
export function listRole(title: string): 'items' | 'completion' | 'glossary' | undefined {
  if (glossary.test(title)) return 'glossary';
  if (completion.test(title)) return 'completion';
  return items.test(title) ? 'items' : undefined;
}
