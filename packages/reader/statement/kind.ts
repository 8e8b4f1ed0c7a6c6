import type { SectionRole, StatementKind } from '../report.ts';
import type { ReadSentence } from './read-sentence.ts';
import { type TimeMark, timeMarksIn } from './time-mark.ts';

export interface KindReading {
  readonly kind: StatementKind;
  readonly certainty: number;
}

const THANKS =
  /(?:衷心|诚挚|崇高|真诚|深切|由衷)[^。]{0,6}(?:感谢|敬意|谢意|问候)|致以[^。]{0,12}(?:敬意|感谢|问候)|表示[^。]{0,12}感谢/;
const OPENING = /请予审议|(?<!提)请审议|请予审查|提出意见|提出宝贵意见|现在,?，?(?:由)?我(?:代表|受)/;
const CALL = /让我们|[而为].{0,40}(?:不懈)?(?:努力)?奋斗[!！。]?$|谢谢(?:大家|各位)/;
const ADDRESS =
  /^(?:各位|尊敬的各位|尊敬的)?(?:代表|领导|委员|同志们?|来宾)(?:[、,，](?:各位)?(?:代表|委员|同志们?|来宾))*[:：,，!！。]*$/;

/** 主要预期目标是…: what opens a paragraph of goals, whichever section a damaged mark put it in. */
const GOALS =
  /(?:预期|主要|发展|奋斗|工作|总体|具体|约束性|量化|核心|任务)(?:性)?(?:指标|目标)(?:任务|值)?(?:建议|设定|安排|初步安排|定)?(?:和[^是为:：]{0,10})?(?:是|为|[:：]|如下|安排)|目标(?:任务)?(?:是|为|[:：])/;
const GOALS_PAST = /(?:完成|实现|超额|达到|达成|兑现|确定|下达|提出|制定|设定)了?[^,，。;；]{0,24}目标/;
const REQUIREMENT =
  /(?:总体要求|总体思路|指导思想|基本思路|工作思路|总的要求|基本要求|总要求)(?:和[^是为:：]{0,10})?(?:是|为|[:：])|做好(?:今年|明年|20\d\d年|全年|新一年)(?:的)?(?:政府|各项)?工作/;
const SETTING =
  /是[^。;；]{0,60}(?:之年|的一年|一年|关键期|攻坚期|机遇期|窗口期|重要时期|关键时期|开局|阶段)|(?:仍|正|还)?处于[^。]{0,20}(?:期|阶段)/;
const TROUBLE =
  /清醒(?:地|的)?(?:认识|看)|存在(?:着|的)?[^。]{0,16}(?:问题|困难|不足|短板|差距|薄弱|矛盾)|面临[^。]{0,20}(?:困难|挑战|压力|问题)|不容忽视|有待(?:进一步)?(?:提|加|完|改|增|解)|亟[待需]|(?:不够|不足|不强|不高|不优|不平衡|不到位|滞后|短板|薄弱|偏[低小弱慢])(?:[,，;；。]|$)/;
const REMEDY =
  /我们(?:要|将|一定|必须|定)[^。]{0,40}(?:解决|应对|克服|改进|整改|努力|担当|辜负|直面)|(?:对此|对于?这些|针对这些)[^。]{0,12}(?:要|将|一定|必须)|采取[^。]{0,12}措施[^。]{0,20}解决/;
/** 这是…的结果, 深刻体会到: looking at the achievement, not telling it. */
const CREDIT = /的结果|来之不易|归功于|得益于|(?:经验|启示)(?:启示|告诉|是|表明)|(?:深刻|深切)(?:体会|认识|感受)/;
const STANCE = /^(?:要|必须|我们要)?(?:始终)?(?:坚持|坚定|牢固树立|树牢|牢记|秉持|把[^,，。]{0,30}作为)/;
const NAMING_HEADING =
  /(?:工作|主要|发展|总体|重点|下一步|时期)(?:的)?(?:回顾|安排|任务|目标|思路|要求|建议|部署|打算)|总体要求|指导思想|^附件?|附表|名词|解释|情况|报告|实事(?:项目)?|清单|事项名称|序号/;

/** What a sentence does: its section says what to expect, its words may say otherwise. */
export function kindOf(read: ReadSentence, year: number | undefined): KindReading {
  const { sentence } = read;
  const text = sentence.passage.text;
  if (sentence.heading) return headingKind(text, sentence.role);
  if (sentence.role === 'completion') return { kind: 'result', certainty: 0.95 };
  if (sentence.role === 'glossary') return { kind: 'background', certainty: 0.95 };
  if (ADDRESS.test(text) || THANKS.test(text) || (OPENING.test(text) && sentence.role !== 'items'))
    return { kind: 'ceremonial', certainty: 0.95 };
  if (sentence.role === 'items') return { kind: 'task', certainty: 0.9 };
  const marks = timeMarksIn(text, year);
  if (opensGoals(read)) {
    return { kind: 'target', certainty: isPlanning(sentence.role) ? 0.95 : 0.75 };
  }
  switch (sentence.role) {
    case 'retrospective':
      return retrospective(text, marks);
    case 'problems':
      return REMEDY.test(text) ? { kind: 'requirement', certainty: 0.8 } : { kind: 'problem', certainty: 0.92 };
    case 'requirements':
      return SETTING.test(text) && text.length < 120 && !/要|必须|坚持/.test(text)
        ? { kind: 'background', certainty: 0.8 }
        : { kind: 'requirement', certainty: 0.88 };
    case 'plan':
    case 'longPlan':
      return planned(read, marks);
    case 'closing':
      return closing(text);
    default:
      return unplaced(read, marks);
  }
}

/** The numbers follow the words 目标是, and those words do not speak of goals already reached or set. */
function opensGoals({ sentence, quantities }: ReadSentence): boolean {
  const { text } = sentence.passage;
  const goals = GOALS.exec(text) ?? (isPlanning(sentence.role) ? /预期目标/.exec(text) : null);
  if (!goals || !quantities.some(({ from }) => from > goals.index)) return false;
  return !GOALS_PAST.test(text.slice(Math.max(0, goals.index - 30), goals.index + goals[0].length));
}

function isPlanning(role: SectionRole): boolean {
  return role === 'plan' || role === 'longPlan' || role === 'requirements';
}

function headingKind(text: string, role: SectionRole): KindReading {
  if (NAMING_HEADING.test(text) && text.length < 30) return { kind: 'background', certainty: 0.85 };
  switch (role) {
    case 'retrospective':
    case 'completion':
      return { kind: 'result', certainty: 0.75 };
    case 'problems':
      return { kind: 'problem', certainty: 0.75 };
    case 'plan':
    case 'longPlan':
    case 'items':
      return { kind: 'task', certainty: 0.75 };
    case 'requirements':
      return { kind: 'requirement', certainty: 0.75 };
    default:
      return { kind: 'background', certainty: 0.7 };
  }
}

const strongly = (marks: readonly TimeMark[], time: 'past' | 'future'): boolean =>
  marks.some((mark) => mark.strong && mark.time === time);

/** In a look back only a lead like 今年将、下一步 turns to the future; 力争、确保 alone may tell of efforts made. */
const TURNED_FORWARD =
  /下一步|下一阶段|下阶段|明年|今年(?:将|要|计划|拟|预期|力争)|我们(?:将|要)|(?:预计|计划|力争|争取|将)(?:于)?(?:今年|年内|年底|明年|20\d\d年)/;

function retrospective(text: string, marks: readonly TimeMark[]): KindReading {
  if (CALL.test(text)) return { kind: 'ceremonial', certainty: 0.85 };
  if (/清醒(?:地|的)?(?:认识|看)/.test(text)) return { kind: 'problem', certainty: 0.85 };
  if (TURNED_FORWARD.test(text) && !strongly(marks, 'past')) return { kind: 'task', certainty: 0.62 };
  if (TROUBLE.test(text) && !/面对|克服|顶住|破解|解决|化解|补齐/.test(text))
    return { kind: 'problem', certainty: 0.65 };
  if (SETTING.test(text) && text.length < 100) return { kind: 'background', certainty: 0.75 };
  if (CREDIT.test(text)) return { kind: 'background', certainty: 0.7 };
  return { kind: 'result', certainty: strongly(marks, 'past') ? 0.95 : 0.9 };
}

function planned(read: ReadSentence, marks: readonly TimeMark[]): KindReading {
  const text = read.sentence.passage.text;
  if (CALL.test(text)) return { kind: 'ceremonial', certainty: 0.85 };
  if (REQUIREMENT.test(text)) return { kind: 'requirement', certainty: 0.9 };
  const firstLead = marks.find((mark) => mark.reach === 'lead');
  const past = marks.some((mark) => mark.time === 'past' && mark.strong);
  const future = marks.some((mark) => mark.time === 'future');
  if (SETTING.test(text) && !future && read.quantities.length === 0) return { kind: 'background', certainty: 0.82 };
  if (/^[^,，。]{0,12}(?:今年|20\d\d年|“?十[一二三四五六]五”?(?:时期)?)是/.test(text) && SETTING.test(text)) {
    return { kind: 'background', certainty: 0.85 };
  }
  // 去年…，截至…: a look back to lean on; it becomes a task when the same sentence turns forward
  if (past && !future) {
    if (firstLead?.time === 'past' && firstLead.strong) return { kind: 'background', certainty: 0.8 };
    if (/同比|比上年(?:增长|下降)/.test(text) && read.quantities.length > 1) return { kind: 'result', certainty: 0.6 };
  }
  if (/总体要求|指导思想|会议精神|重要讲话精神/.test(text) && text.length > 120)
    return { kind: 'requirement', certainty: 0.85 };
  if (read.quantities.length === 0 && STANCE.test(text) && !/(?:新建|完成|建成|开工|新增|改造)/.test(text)) {
    return { kind: 'requirement', certainty: 0.62 };
  }
  if (read.sentence.role === 'longPlan' && read.quantities.length > 0 && /到(?:20\d\d年|[“"]?十.五)/.test(text)) {
    return { kind: 'target', certainty: 0.85 };
  }
  if (/^(?:各位代表[,，!！])?(?:上述|以上|这些|实现(?:上述|以上|这一|这些|今年))(?:预期)?目标/.test(text))
    return { kind: 'background', certainty: 0.8 };
  return { kind: 'task', certainty: read.quantities.length > 0 || future ? 0.92 : 0.85 };
}

function closing(text: string): KindReading {
  if (CREDIT.test(text)) return { kind: 'background', certainty: 0.75 };
  if (CALL.test(text) || /[!！]$/.test(text)) return { kind: 'ceremonial', certainty: 0.85 };
  if (/我们将|将坚持|将深化/.test(text)) return { kind: 'task', certainty: 0.7 };
  return { kind: 'requirement', certainty: 0.65 };
}

/** Outside any known section only the words decide. */
function unplaced(read: ReadSentence, marks: readonly TimeMark[]): KindReading {
  const text = read.sentence.passage.text;
  if (CALL.test(text)) return { kind: 'ceremonial', certainty: 0.7 };
  if (read.sentence.role === 'front') return { kind: 'background', certainty: 0.7 };
  if (REQUIREMENT.test(text)) return { kind: 'requirement', certainty: 0.7 };
  if (/清醒(?:地|的)?(?:认识|看)/.test(text)) return { kind: 'problem', certainty: 0.75 };
  if (strongly(marks, 'future') && !strongly(marks, 'past')) return { kind: 'task', certainty: 0.55 };
  if (strongly(marks, 'past') || /同比|比上年/.test(text)) return { kind: 'result', certainty: 0.55 };
  return { kind: 'background', certainty: 0.5 };
}
