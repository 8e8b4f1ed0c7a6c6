import { deadlineIn } from '../quantity/index.ts';
import type { Target, Task } from '../report.ts';
import type { ReadSentence } from '../statement/index.ts';
import { type GivenText, quoteOf, spanOf } from '../text/index.ts';
import { clausesOf, type Stretch } from './clause.ts';
import { openingVerb } from './verb.ts';

/** Measures without a number; they need an outside reference (市下达) or mean 100 % or 0. */
const QUALITATIVE =
  /(?:实现)?[^，,。；;、]{0,12}?(?:全覆盖|零发生|零增长|零容忍|动态清零|清零|零填埋|零事故|应保尽保|应改尽改|应治尽治|应收尽收|应建尽建|应检尽检|愿改尽改|不反弹|基本同步|同步增长|保持同步|总体稳定|基本持平|只增不减|全面完成|如期完成|如期实现)|与[^，,。；;]{0,12}(?:同步|持平|相适应|相当)|(?:完成|达到|控制在)[^，,。；;]{0,6}(?:省|市|州|国家|上级|区|县)[^，,。；;]{0,4}下达[^，,。；;]{0,12}(?:任务|目标|指标|要求|以内|之内)?|达到(?:全国|全省|全市|国家)(?:平均)?(?:水平|标准)/;

/** Without one of these words the long search need not begin. */
const QUALITATIVE_HINT =
  /全覆盖|零[发增容填事]|清零|尽[保改治收建检]|不反弹|同步|总体稳定|持平|只增不减|全面完成|如期|相适应|相当|下达|达到[全国]/;
const UNIT_NEAR = /牵头|负责|主导|要/;
const UNIT_HINT =
  /(?:由|责成)?([一-龥]{2,12}?(?:局|委员会|办公室|街道|镇政府|乡政府|管委会|公安分局|部门|集团|公司|医院|学校))(?:牵头|负责|主导|要)/;

/** The tasks of one sentence of a plan: a clause that opens with a verb begins one; clauses without a verb of their own belong to it. */
export function tasksIn(
  given: GivenText,
  read: ReadSentence,
  year: number | undefined,
  targets: readonly { readonly index: number; readonly at: number; readonly target: Target }[],
): readonly Task[] {
  const { passage, headings, topic } = read.sentence;
  const text = passage.text;
  const tasks: Task[] = [];
  let next = 0;
  for (const piece of piecesOf(text)) {
    const words = text.slice(piece.from, piece.to);
    const opening = openingVerb(words);
    if (!opening) continue;
    const firstEnd = piece.from + endOfFirst(words);
    const object = text
      .slice(piece.from + opening.end, firstEnd)
      .replace(/[“”"]/g, '')
      .trim();
    if (object.length < 2) continue;
    const own: number[] = [];
    for (; next < targets.length && (targets[next]?.at ?? 0) < piece.to; next += 1) {
      const { at, index } = targets[next] as { index: number; at: number };
      if (at >= piece.from) own.push(index);
    }
    const qualitative = QUALITATIVE_HINT.test(words) ? QUALITATIVE.exec(words)?.[0] : undefined;
    const responsible = UNIT_NEAR.test(words) ? UNIT_HINT.exec(words)?.[1] : undefined;
    const section = topic ?? headings.at(-1);
    const span = spanOf(given, passage, piece.from, piece.to);
    tasks.push({
      start: span.start,
      end: span.end,
      quote: quoteOf(given, passage, piece.from, piece.to),
      verb: opening.verb,
      object: object.slice(0, 60),
      ...(responsible ? { responsible } : {}),
      deadline: deadlineIn(text, { from: piece.from, to: piece.to }, year),
      targets: own,
      ...(qualitative ? { qualitative } : {}),
      ...(section ? { section } : {}),
    });
  }
  return tasks;
}

function endOfFirst(words: string): number {
  const end = /[，,；;。]/.exec(words);
  return end ? end.index : words.length;
}

/** Clauses gathered so that each piece begins with a verb; a lead (到2025年，) joins the piece after it. */
function piecesOf(text: string): readonly Stretch[] {
  const pieces: { from: number; to: number; verbal: boolean }[] = [];
  for (const clause of clausesOf(text)) {
    const verbal = openingVerb(text.slice(clause.from, clause.to)) !== null;
    const last = pieces.at(-1);
    if (last && (!verbal || !last.verbal)) {
      if (!last.verbal && verbal) pieces.push({ ...clause, verbal });
      else last.to = clause.to;
    } else pieces.push({ ...clause, verbal });
  }
  return pieces.filter(({ verbal }) => verbal);
}
