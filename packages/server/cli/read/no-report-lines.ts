import type { Sheet } from './check-lines.ts';
import type { OpenedReport } from './opened-report.ts';
import { wordsFor } from './words.ts';

/** Says of a text that is no work report that it is none, on what grounds, and what was recognised in it nevertheless. */
export function noReportLines({ report }: OpenedReport, { ink, say }: Sheet): string[] {
  const { likeness, statements, quantities, targets, items, completion, glossary } = report;
  const { grounds, score } = likeness;
  const told = (speaksFor: boolean) =>
    grounds
      .filter((ground) => ground.speaksFor === speaksFor)
      .map(({ code, seen }) => say(wordsFor('grounds', code)) + (seen === undefined ? '' : ink.faint(` “${seen}”`)))
      .join(say({ zh: '；', en: '; ' }));
  const none = say({ zh: '没有发现', en: 'none found' });
  return [
    ink.title(
      say({
        zh: `这不是政府工作报告（相似度 ${score}）。`,
        en: `This is not a government work report (likeness ${score}).`,
      }),
    ),
    say({ zh: `不像的理由：${told(false) || none}`, en: `Against it: ${told(false) || none}` }),
    say({ zh: `像的理由：${told(true) || none}`, en: `For it: ${told(true) || none}` }),
    say({
      zh: `读到：${statements.length} 句，${quantities.length} 个数量，${targets.length} 个像目标的数字，${items.length} 项清单，${completion.length} 行完成情况，${glossary.length} 条名词解释。`,
      en: `Recognised: ${statements.length} sentences, ${quantities.length} quantities, ${targets.length} numbers like targets, ${items.length} items, ${completion.length} rows of completion, ${glossary.length} glossary entries.`,
    }),
    ink.faint(
      say({
        zh: '如果确是工作报告，可能只是其中一段：请给出全文。--json 可看全部内容。',
        en: 'If it is one after all, it may be a piece of it: give the whole text. --json shows everything.',
      }),
    ),
  ];
}
