import type { Words } from '@huying/kit/error';
import type { CompletionRow, Likeness, SectionRole, TargetKind } from '@huying/reader';
import type { Answer, AnswerGround } from '@huying/reader/compare';
import type { Note } from '@huying/reader/formats';

export const roles: Readonly<Record<SectionRole, Words>> = {
  front: { zh: '篇首', en: 'front matter' },
  retrospective: { zh: '回顾', en: 'looking back' },
  problems: { zh: '问题', en: 'problems' },
  requirements: { zh: '要求', en: 'requirements' },
  longPlan: { zh: '规划', en: 'long-term plan' },
  plan: { zh: '安排', en: 'plan' },
  closing: { zh: '结语', en: 'closing' },
  items: { zh: '民生实事', en: 'livelihood items' },
  completion: { zh: '完成情况', en: 'completion' },
  glossary: { zh: '名词解释', en: 'glossary' },
  other: { zh: '其他', en: 'other' },
};

export const kinds: Readonly<Record<TargetKind, Words>> = {
  growth: { zh: '增速', en: 'growth' },
  share: { zh: '比率', en: 'share' },
  cumulative: { zh: '累计', en: 'cumulative' },
  new: { zh: '新增', en: 'new' },
  level: { zh: '水平', en: 'level' },
};

export const statuses: Readonly<Record<NonNullable<CompletionRow['status']>, Words>> = {
  done: { zh: '已完成', en: 'done' },
  exceeded: { zh: '超额完成', en: 'exceeded' },
  basicallyDone: { zh: '基本完成', en: 'basically done' },
  onSchedule: { zh: '按序时推进', en: 'on schedule' },
  underway: { zh: '推进中', en: 'under way' },
  notDone: { zh: '未完成', en: 'not done' },
};

export const likenesses: Readonly<Record<Likeness['kind'], Words>> = {
  report: { zh: '政府工作报告', en: 'a government work report' },
  items: { zh: '民生实事清单', en: 'a list of livelihood items' },
  completion: { zh: '完成情况表', en: 'a table of completion' },
  other: { zh: '不是政府工作报告', en: 'not a government work report' },
};

export const verdicts: Readonly<Record<Answer['verdict'], Words>> = {
  met: { zh: '完成', en: 'met' },
  missed: { zh: '未达到', en: 'missed' },
  notMentioned: { zh: '未提及', en: 'not mentioned' },
  unclear: { zh: '不能判定', en: 'unclear' },
};

export const rules: Readonly<Record<AnswerGround['rule'], Words>> = {
  atLeast: { zh: '结果不低于目标为完成', en: 'met when not below the target' },
  atMost: { zh: '结果不高于目标为完成', en: 'met when not above the target' },
  about: { zh: '左右：允许差 {tolerance}', en: 'about: {tolerance} is forgiven' },
  within: { zh: '区间目标', en: 'a range' },
  stated: { zh: '报告自述', en: 'as the report itself says' },
  status: { zh: '按表中状态', en: 'by the status in the table' },
  otherMeasure: { zh: '口径不同', en: 'another measure' },
  otherUnit: { zh: '单位不同', en: 'another unit' },
  otherIndicator: { zh: '指标不同', en: 'another indicator' },
  boundOnly: { zh: '结果只给出界限', en: 'the result is only a bound' },
  none: { zh: '没有找到对应的结果', en: 'no result answers it' },
};

export const noteWords: Readonly<Record<Note['code'], Words>> = {
  replaced: { zh: '{count} 处字节无法辨认，以 � 表示', en: '{count} place(s) could not be decoded and show �' },
  encodingDiffers: {
    zh: '网页标明的编码与内容不符，按内容读取',
    en: 'the page names another encoding than its bytes are in; the bytes were believed',
  },
  hidden: { zh: '{count} 处隐藏文字未读', en: '{count} hidden text(s) left out' },
  deletions: { zh: '{count} 处修订删除未读', en: '{count} tracked deletion(s) left out' },
  insertions: { zh: '{count} 处修订插入已读入', en: '{count} tracked insertion(s) taken in' },
  numbered: { zh: '{count} 处自动编号已写出', en: '{count} automatic number(s) written out' },
  footnotes: { zh: '{count} 条脚注尾注置于文末', en: '{count} note(s) set at the end' },
  textBoxes: { zh: '{count} 个文本框置于所在段之后', en: '{count} text box(es) set after their paragraph' },
  pageEdges: { zh: '{count} 个页眉页脚未读', en: '{count} header(s) and footer(s) left out' },
  pagesWithoutText: { zh: '{count} 页没有文字层，未读', en: '{count} page(s) without a text layer were not read' },
  slanted: { zh: '{count} 处斜排文字（水印）未读', en: '{count} slanted text(s) (watermarks) left out' },
  columns: { zh: '{count} 页按双栏读取', en: '{count} page(s) read in two columns' },
};

/** What `likeness.grounds` of a reading may say. */
const grounds: Readonly<Record<string, Words>> = {
  titleSaysReport: { zh: '标题称政府工作报告', en: 'calls itself a government work report' },
  addressedToDeputies: { zh: '称呼“各位代表”', en: 'addresses the deputies' },
  reportsForReview: { zh: '代表政府报告工作、请予审议', en: 'reports for the government and asks for review' },
  namesCongress: { zh: '写明人民代表大会会议', en: "names a session of the people's congress" },
  statesTargets: { zh: '提出预期目标', en: 'states expected targets' },
  indicators: { zh: '有经济指标数字', en: 'gives economic indicators' },
  sectionsPastAndPlan: { zh: '有回顾和安排两部分', en: 'has a part looking back and one of plans' },
  sectionProblems: { zh: '有存在问题', en: 'has a part on problems' },
  empty: { zh: '没有正文', en: 'has no text' },
  latinText: { zh: '以外文为主', en: 'is mostly in Latin letters' },
  noNumbers: { zh: '几乎没有数字', en: 'has hardly a number' },
  dialogue: { zh: '有大量对话', en: 'is full of dialogue' },
  tooShort: { zh: '篇幅过短', en: 'is too short' },
  listOfItems: { zh: '有实事项目清单', en: 'has a list of items' },
  excerpt: { zh: '是工作报告或民生实事的摘录', en: 'is a cutting of a report or of its items' },
  announcesItems: { zh: '宣布若干件民生实事', en: 'announces a number of livelihood items' },
  narrative: { zh: '是叙事文字', en: 'tells a story' },
  newsArticle: { zh: '是新闻报道，不涉及本地政府工作', en: "is a news article about no local government's work" },
  tableOfCompletion: { zh: '有完成情况表', en: 'has a table of completion' },
};

/** What `about.damage` may say. */
const damages: Readonly<Record<string, Words>> = {
  pinyinGloss: { zh: '拼音夹注', en: 'pinyin glosses' },
  invisible: { zh: '不可见字符', en: 'invisible characters' },
  fullWidth: { zh: '全角字母数字', en: 'full-width letters and digits' },
  lostBreak: { zh: '缺失的换行', en: 'lost line breaks' },
  pageBreak: { zh: '跨页断段', en: 'paragraphs across pages' },
  hardWrap: { zh: '硬换行', en: 'hard wraps' },
  splitParagraph: { zh: '断开的段落', en: 'split paragraphs' },
  halfWidthPunctuation: { zh: '半角标点', en: 'half-width punctuation' },
  thousandsSeparator: { zh: '千分位逗号', en: 'thousands separators' },
  watermark: { zh: '水印', en: 'watermarks' },
};

const years: Readonly<Record<string, Words>> = {
  planHeading: { zh: '据工作安排的标题', en: 'by the heading of the plan' },
  targets: { zh: '据目标段落', en: 'by the paragraph of targets' },
  title: { zh: '据标题', en: 'by the title' },
  meeting: { zh: '据会议日期', en: 'by the date of the meeting' },
  pastHeading: { zh: '据回顾的标题', en: 'by the heading of the past year' },
  openingYear: { zh: '据段首', en: 'by the opening of a paragraph' },
  text: { zh: '据正文', en: 'by the text' },
  page: { zh: '据页面日期', en: 'by the date of the page' },
};

/** What doubts are about; of targets and sections the reader gives the reason as a code too. */
const doubts: Readonly<Record<string, Words>> = {
  statement: { zh: '句子性质不确定', en: 'kind of a sentence unsure' },
  target: { zh: '目标不确定', en: 'target unsure' },
  'in-retrospective': { zh: '目标出现在回顾部分', en: 'a target among results' },
  'section-unknown': { zh: '所在部分不明', en: 'in a part of unknown kind' },
  'kind-uncertain': { zh: '句子性质不确定', en: 'kind of the sentence unsure' },
  'date-damaged': { zh: '日期残缺', en: 'a damaged date' },
  'mark-damaged': { zh: '层级标记残缺', en: 'a damaged section mark' },
};

const known = { grounds, damages, years, doubts };

/** Words for a code that a reading gives; a code without words of its own stands as it is. */
export function wordsFor(of: keyof typeof known, code: string): Words {
  return known[of][code] ?? { zh: code, en: code };
}
